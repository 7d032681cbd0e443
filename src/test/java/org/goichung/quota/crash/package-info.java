/** A second real process under load that is killed with its database: what it has acknowledged is there afterwards, once. */
package org.goichung.quota.crash;

/** Random programs of all the ledger's operations, run on the real ledger and on a plain model; a program that tells them apart is shrunk. */
package org.goichung.quota.program;

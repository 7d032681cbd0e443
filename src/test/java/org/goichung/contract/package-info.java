/** The running server held against openapi/openapi.yaml and against the table of who may what. */
package org.goichung.contract;

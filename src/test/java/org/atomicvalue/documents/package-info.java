/** Checks that the documents say what is so. */
package org.atomicvalue.documents;

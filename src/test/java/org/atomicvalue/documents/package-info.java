/** Checks that the documents say what is so, and the parts of them that are generated. */
package org.atomicvalue.documents;

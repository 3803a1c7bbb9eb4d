/** Checks that the house keeps its shape: which packages may know which others, and that the engines stand alone. */
package org.atomicvalue.architecture;

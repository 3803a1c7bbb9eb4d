------------------------ MODULE AtomicValueNotation ------------------------
(***************************************************************************)
(* How litmus tests of AtomicValue are written down; see                   *)
(* AtomicValueModes for what they mean.  All values are strings, so that   *)
(* an outcome reads as in the jcstress test of the same name.              *)
(***************************************************************************)
EXTENDS Naturals, Sequences, TLC

LOAD(o)         == [do |-> "load", of |-> o]
STORE(o, value) == [do |-> "store", of |-> o, expected |-> "null", value |-> value]
SWAP(o, value)  == [do |-> "swap", of |-> o, expected |-> "null", value |-> value]

\* Returns "stored", or "refused" if it threw a ClassCastException.
TRYSTORE(o, value) == [do |-> "tryStore", of |-> o, expected |-> "null", value |-> value]

CAS(o, expected, value) ==
  [do |-> "compareAndSwap", of |-> o, expected |-> expected, value |-> value]

\* Writes the plain field of an object.
FIELD(v, value) == [do |-> "writeField", of |-> v, value |-> value]

\* Reads the plain field of the object that the instruction before returned.
ITSFIELD == [do |-> "readField"]

(* A test: what its AtomicValues hold and its objects' fields are in the    *)
(* beginning, the programs of the threads, the AtomicValues that are loaded *)
(* when all is done, and how it writes an empty AtomicValue.                *)
Test(holds, fields, threads) ==
  [holds |-> holds, fields |-> fields, program |-> threads, finally |-> <<>>, empty |-> "0", declared |-> FALSE]

Finally(objects, t) == [t EXCEPT !.finally = objects]
Empty(word, t)      == [t EXCEPT !.empty = word]

\* The AtomicValues have a declared type, which all values of the test are of.
Declared(t) == [t EXCEPT !.declared = TRUE]

NoFields == <<>>
=============================================================================

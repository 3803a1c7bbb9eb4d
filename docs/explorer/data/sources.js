explorer.sources = {
  "AtomicValue" : {
    "java" : {
      "AwaitType" : [ [ 4, 13 ], [ 4, 15 ] ],
      "ClaimType" : [ [ 5, 1 ] ],
      "CompareAndSwapData" : [ [ 3, 13 ] ],
      "LoadData" : [ [ 0, 5 ] ],
      "LoadType" : [ [ 0, 1 ] ],
      "OverwriteData" : [ [ 1, 7 ] ],
      "PublishType" : [ [ 5, 5 ] ],
      "ReadType" : [ [ 4, 2 ] ],
      "StoreFirstData" : [ [ 5, 4 ] ],
      "SwapData" : [ [ 2, 7 ] ]
    },
    "methods" : [ {
      "lines" : [ "public @Nullable V load() {", "  Object t = type; // LoadType", "  if (t == null || t == CLAIMED) {", "    return null;", "  }", "  return value(data); // LoadData", "}" ],
      "name" : "load"
    }, {
      "lines" : [ "public void store(V value) {", "  Class<?> valueType = typeOf(value);", "  while (!isPublished(valueType)) {", "    if (publishFirst(value, valueType)) {", "      return;", "    }", "  }", "  data = value; // OverwriteData", "}" ],
      "name" : "store"
    }, {
      "lines" : [ "public @Nullable V swap(V value) {", "  Class<?> valueType = typeOf(value);", "  while (!isPublished(valueType)) {", "    if (publishFirst(value, valueType)) {", "      return null;", "    }", "  }", "  return value(DATA.getAndSet(this, value)); // SwapData", "}" ],
      "name" : "swap"
    }, {
      "lines" : [ "public boolean compareAndSwap(@Nullable V expected, V value) {", "  Class<?> valueType = typeOf(value);", "  if (expected != null && typeOf(expected) != valueType) {", "    throw inconsistent(expected.getClass(), valueType);", "  }", "  while (!isPublished(valueType)) {", "    if (expected != null) {", "      return false;", "    }", "    if (publishFirst(value, valueType)) {", "      return true;", "    }", "  }", "  return DATA.compareAndSet(this, expected, value); // CompareAndSwapData", "}" ],
      "name" : "compareAndSwap"
    }, {
      "lines" : [ "private boolean isPublished(Class<?> valueType) {", "  for (int round = 0;; round++) {", "    Object t = type; // ReadType", "    if (t == valueType) {", "      return true;", "    }", "    if (t == null) {", "      return false;", "    }", "    if (t != CLAIMED) {", "      throw inconsistent((Class<?>) t, valueType);", "    }", "    if (round < SPINS) {", "      Thread.onSpinWait(); // AwaitType", "    } else {", "      Thread.yield(); // AwaitType", "    }", "  }", "}" ],
      "name" : "isPublished"
    }, {
      "lines" : [ "private boolean publishFirst(V value, Class<?> valueType) {", "  if (!TYPE.compareAndSet(this, null, CLAIMED)) { // ClaimType", "    return false;", "  }", "  data = value; // StoreFirstData", "  type = valueType; // PublishType", "  return true;", "}" ],
      "name" : "publishFirst"
    } ],
    "tla" : {
      "AccessesLeft" : [ "AccessesLeft(t) ==", "  CASE pc[t] \\in {\"Idle\", \"Respond\"}                                             -> 0", "    [] pc[t] \\in {\"LoadData\", \"OverwriteData\", \"SwapData\", \"CompareAndSwapData\"} -> 1", "    [] pc[t] = \"PublishType\"                                                     -> 1", "    [] pc[t] \\in {\"LoadType\", \"StoreFirstData\", \"ReadType\"}                      -> 2", "    [] pc[t] \\in {\"AwaitType\", \"ClaimType\"}                                      -> 3" ],
      "AccessesToClaim" : [ "AccessesToClaim(t) ==", "  CASE pc[t] = \"AwaitType\" -> 3 [] pc[t] = \"ReadType\" -> 2 [] pc[t] = \"ClaimType\" -> 1 [] OTHER -> 0" ],
      "AwaitType" : [ "AwaitType(t) ==", "  /\\ pc[t] = \"AwaitType\"", "  /\\ Goto(t, \"ReadType\")", "  /\\ UNCHANGED <<type, data, call>>" ],
      "Busy" : [ "Busy(t) == pc[t] # \"Idle\"" ],
      "ClaimType" : [ "ClaimType(t) ==", "  /\\ pc[t] = \"ClaimType\"", "  /\\ IF type = Null", "     THEN type' = Claimed /\\ Goto(t, \"StoreFirstData\")", "     ELSE UNCHANGED type /\\ Goto(t, \"ReadType\")", "  /\\ UNCHANGED <<data, call>>" ],
      "CompareAndSwapData" : [ "CompareAndSwapData(t) ==", "  /\\ pc[t] = \"CompareAndSwapData\"", "  /\\ IF data = call[t].expected", "     THEN data' = call[t].value /\\ Finish(t, \"true\")", "     ELSE UNCHANGED data /\\ Finish(t, \"false\")", "  /\\ UNCHANGED <<type, call>>" ],
      "InWindow" : [ "InWindow(t) == pc[t] \\in {\"StoreFirstData\", \"PublishType\"}" ],
      "LoadAccess" : [ "LoadAccess(t) == LoadType(t) \\/ LoadData(t)" ],
      "LoadData" : [ "LoadData(t) ==", "  /\\ pc[t] = \"LoadData\"", "  /\\ Finish(t, data)", "  /\\ UNCHANGED <<type, data, call>>" ],
      "LoadType" : [ "LoadType(t) ==", "  /\\ pc[t] = \"LoadType\"", "  /\\ IF type \\in {Null, Claimed} THEN Finish(t, Null) ELSE Goto(t, \"LoadData\")", "  /\\ UNCHANGED <<type, data, call>>" ],
      "OverwriteData" : [ "OverwriteData(t) ==", "  /\\ pc[t] = \"OverwriteData\"", "  /\\ data' = call[t].value", "  /\\ Finish(t, \"void\")", "  /\\ UNCHANGED <<type, call>>" ],
      "PublishType" : [ "PublishType(t) ==", "  /\\ pc[t] = \"PublishType\"", "  /\\ type' = TypeOf[call[t].value]", "  /\\ Finish(t, CASE call[t].op = \"store\"          -> \"void\"", "                 [] call[t].op = \"swap\"           -> Null", "                 [] call[t].op = \"compareAndSwap\" -> \"true\")", "  /\\ UNCHANGED <<data, call>>" ],
      "ReadType" : [ "ReadType(t) ==", "  /\\ pc[t] = \"ReadType\"", "  /\\ CASE type = Null ->", "            IF call[t].expected # Null THEN Finish(t, \"false\") ELSE Goto(t, \"ClaimType\")", "       [] type = Claimed ->", "            Goto(t, \"AwaitType\")", "       [] type = TypeOf[call[t].value] ->", "            Goto(t, CASE call[t].op = \"store\"          -> \"OverwriteData\"", "                      [] call[t].op = \"swap\"           -> \"SwapData\"", "                      [] call[t].op = \"compareAndSwap\" -> \"CompareAndSwapData\")", "       [] OTHER ->", "            Finish(t, \"ClassCastException\")", "  /\\ UNCHANGED <<type, data, call>>" ],
      "Request" : [ "Request(t) ==", "  /\\ pc[t] = \"Idle\"", "  /\\ \\E c \\in Calls :", "       /\\ call' = [call EXCEPT ![t] = c]", "       /\\ IF RefusedByArguments(c)", "          THEN Finish(t, RefusalOf(c))", "          ELSE Goto(t, IF c.op = \"load\" THEN \"LoadType\" ELSE \"ReadType\")", "  /\\ UNCHANGED <<type, data>>" ],
      "Respond" : [ "Respond(t) ==", "  /\\ pc[t] = \"Respond\"", "  /\\ pc' = [pc EXCEPT ![t] = \"Idle\"]", "  /\\ call' = [call EXCEPT ![t] = NoCall]", "  /\\ result' = [result EXCEPT ![t] = NoResult]", "  /\\ UNCHANGED <<type, data>>" ],
      "Step" : [ "Step(t) == LoadAccess(t) \\/ WriteAccess(t) \\/ Respond(t)" ],
      "StoreFirstData" : [ "StoreFirstData(t) ==", "  /\\ pc[t] = \"StoreFirstData\"", "  /\\ data' = call[t].value", "  /\\ Goto(t, \"PublishType\")", "  /\\ UNCHANGED <<type, call>>" ],
      "SwapData" : [ "SwapData(t) ==", "  /\\ pc[t] = \"SwapData\"", "  /\\ data' = call[t].value", "  /\\ Finish(t, data)", "  /\\ UNCHANGED <<type, call>>" ],
      "WriteAccess" : [ "WriteAccess(t) ==", "  \\/ ReadType(t) \\/ AwaitType(t) \\/ ClaimType(t) \\/ StoreFirstData(t) \\/ PublishType(t)", "  \\/ OverwriteData(t) \\/ SwapData(t) \\/ CompareAndSwapData(t)" ]
    }
  },
  "WaitFreeAtomicValue" : {
    "java" : {
      "CacheType" : [ [ 4, 3 ] ],
      "CompareAndSwapData" : [ [ 3, 2 ] ],
      "HelpCacheType" : [ [ 4, 7 ] ],
      "InstallFirst" : [ [ 4, 1 ] ],
      "LoadData" : [ [ 0, 1 ] ],
      "OverwriteData" : [ [ 1, 5 ] ],
      "ReadType" : [ [ 1, 2 ], [ 2, 2 ] ],
      "SwapData" : [ [ 2, 5 ] ]
    },
    "methods" : [ {
      "lines" : [ "public @Nullable V load() {", "  return value(data); // LoadData", "}" ],
      "name" : "load"
    }, {
      "lines" : [ "public void store(V value) {", "  Class<?> valueType = typeOf(value);", "  if (type != valueType && installFirst(value, valueType)) { // ReadType", "    return;", "  }", "  data = value; // OverwriteData", "}" ],
      "name" : "store"
    }, {
      "lines" : [ "public @Nullable V swap(V value) {", "  Class<?> valueType = typeOf(value);", "  if (type != valueType && installFirst(value, valueType)) { // ReadType", "    return null;", "  }", "  return value(DATA.getAndSet(this, value)); // SwapData", "}" ],
      "name" : "swap"
    }, {
      "lines" : [ "public boolean compareAndSwap(@Nullable V expected, V value) {", "  requireSameType(expected, value);", "  Object present = DATA.compareAndExchange(this, expected, value); // CompareAndSwapData", "  if (present == expected) {", "    return true;", "  }", "  requireSameType(present, value);", "  return false;", "}" ],
      "name" : "compareAndSwap"
    }, {
      "lines" : [ "private boolean installFirst(V value, Class<?> valueType) {", "  Object present = DATA.compareAndExchange(this, null, value); // InstallFirst", "  if (present == null) {", "    type = valueType; // CacheType", "    return true;", "  }", "  requireSameType(present, value);", "  type = valueType; // HelpCacheType", "  return false;", "}" ],
      "name" : "installFirst"
    } ],
    "tla" : {
      "AccessesLeft" : [ "AccessesLeft(t) ==", "  CASE pc[t] \\in {\"Idle\", \"Respond\"}                                             -> 0", "    [] pc[t] \\in {\"LoadData\", \"OverwriteData\", \"SwapData\", \"CompareAndSwapData\"} -> 1", "    [] pc[t] = \"CacheType\"                                                       -> 1", "    [] pc[t] = \"HelpCacheType\"                                                   -> 2", "    [] pc[t] = \"InstallFirst\"                                                    -> 3", "    [] pc[t] = \"ReadType\"                                                        -> 4" ],
      "Busy" : [ "Busy(t) == pc[t] # \"Idle\"" ],
      "CacheType" : [ "CacheType(t) ==", "  /\\ pc[t] = \"CacheType\"", "  /\\ type' = TypeOf[call[t].value]", "  /\\ Finish(t, FirstWriteResult(call[t]))", "  /\\ UNCHANGED <<data, call>>" ],
      "CompareAndSwapData" : [ "CompareAndSwapData(t) ==", "  /\\ pc[t] = \"CompareAndSwapData\"", "  /\\ LET c == call[t]", "     IN  IF data = c.expected", "         THEN data' = c.value /\\ Finish(t, \"true\")", "         ELSE UNCHANGED data /\\ Finish(t, IF SameType(data, c.value) THEN \"false\" ELSE \"ClassCastException\")", "  /\\ UNCHANGED <<type, call>>" ],
      "HelpCacheType" : [ "HelpCacheType(t) ==", "  /\\ pc[t] = \"HelpCacheType\"", "  /\\ type' = TypeOf[call[t].value]", "  /\\ Goto(t, WriteAccess(call[t]))", "  /\\ UNCHANGED <<data, call>>" ],
      "InstallFirst" : [ "InstallFirst(t) ==", "  /\\ pc[t] = \"InstallFirst\"", "  /\\ IF data = Null", "     THEN data' = call[t].value /\\ Goto(t, \"CacheType\")", "     ELSE /\\ UNCHANGED data", "          /\\ IF SameType(data, call[t].value)", "             THEN Goto(t, \"HelpCacheType\")", "             ELSE Finish(t, \"ClassCastException\")", "  /\\ UNCHANGED <<type, call>>" ],
      "LoadData" : [ "LoadData(t) ==", "  /\\ pc[t] = \"LoadData\"", "  /\\ Finish(t, data)", "  /\\ UNCHANGED <<data, type, call>>" ],
      "OverwriteData" : [ "OverwriteData(t) ==", "  /\\ pc[t] = \"OverwriteData\"", "  /\\ data' = call[t].value", "  /\\ Finish(t, \"void\")", "  /\\ UNCHANGED <<type, call>>" ],
      "ReadType" : [ "ReadType(t) ==", "  /\\ pc[t] = \"ReadType\"", "  /\\ Goto(t, IF type = TypeOf[call[t].value] THEN WriteAccess(call[t]) ELSE \"InstallFirst\")", "  /\\ UNCHANGED <<data, type, call>>" ],
      "Request" : [ "Request(t) ==", "  /\\ pc[t] = \"Idle\"", "  /\\ \\E c \\in Calls :", "       /\\ call' = [call EXCEPT ![t] = c]", "       /\\ IF RefusedAtOnce(c)", "          THEN Finish(t, RefusalOf(c))", "          ELSE Goto(t, FirstAccess(c))", "  /\\ UNCHANGED <<data, type>>" ],
      "Respond" : [ "Respond(t) ==", "  /\\ pc[t] = \"Respond\"", "  /\\ pc' = [pc EXCEPT ![t] = \"Idle\"]", "  /\\ call' = [call EXCEPT ![t] = NoCall]", "  /\\ result' = [result EXCEPT ![t] = NoResult]", "  /\\ UNCHANGED <<data, type>>" ],
      "Settled" : [ "Settled(t) == t = IF data = Null THEN Declared ELSE TypeOf[data]" ],
      "Step" : [ "Step(t) ==", "  \\/ LoadData(t)", "  \\/ ReadType(t) \\/ InstallFirst(t) \\/ CacheType(t) \\/ HelpCacheType(t)", "  \\/ OverwriteData(t) \\/ SwapData(t) \\/ CompareAndSwapData(t)", "  \\/ Respond(t)" ],
      "SwapData" : [ "SwapData(t) ==", "  /\\ pc[t] = \"SwapData\"", "  /\\ data' = call[t].value", "  /\\ Finish(t, data)", "  /\\ UNCHANGED <<type, call>>" ]
    }
  }
};

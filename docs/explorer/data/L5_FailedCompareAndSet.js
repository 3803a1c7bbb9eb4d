explorer.lessons["L5_FailedCompareAndSet"] = {
"about": ["A compare-and-set that fails is only a read. In which mode?","The flag never holds 5, so the exchange always fails and returns what it found. It has written nothing; what it has is the effect of its read. In acquire and in volatile mode that acquires. In release mode the read half is plain, so the data need not be there: `1, 0`. `AtomicValue` relies on this: a refused `compareAndSwap` has obtained something, and two threads whose compare-and-swaps both fail must not both have missed a store.","`VarHandle` has no opaque exchange, and of plain ones only `weakCompareAndSetPlain`, which does not tell what it found; so there are three programs here and not four.","On x86 every compare-and-exchange is one locked instruction, failed or not, so `1, 0` takes a compiler. ARM may show it."],
"locations": ["x","y"],
"outcomes": ["0, 0","0, 1","1, 0","1, 1"],
"variants": [
{"accesses":[[["write","x","plain","1"],["write","y","release","1"]],[["cas","y","release","5","6"],["read","x","plain"]]],"afterwards":[],"executions":{"0, 0":[[0,0,1,1],[0,1,2,3,4]],"0, 1":[[0,0,1,1],[0,1,2,3,5]],"1, 0":[[0,0,1,1],[0,1,2,6,7]],"1, 1":[[0,0,1,1],[0,1,2,6,8]]},"meanings":{"0, 0":"The exchange came before the flag was raised, and the read before the data.","0, 1":"The data came before the flag could tell of it.","1, 0":"The exchange found the flag, and the data was not there.","1, 1":"The exchange found the flag, and the data was there."},"mode":"Release","program":"failed CAS release","threads":[["X.set(this, 1);","Y.setRelease(this, 1);"],["r.r1 = (int) Y.compareAndExchangeRelease(this, 5, 6);","r.r2 = (int) X.get(this);"]]},
{"accesses":[[["write","x","plain","1"],["write","y","release","1"]],[["cas","y","acquire","5","6"],["read","x","plain"]]],"afterwards":[],"executions":{"0, 0":[[0,0,1,1],[0,1,2,3,4]],"0, 1":[[0,0,1,1],[0,1,2,3,5]],"1, 1":[[0,0,1,1],[0,1,2,9,10]]},"meanings":{"0, 0":"The exchange came before the flag was raised, and the read before the data.","0, 1":"The data came before the flag could tell of it.","1, 1":"The exchange found the flag, and the data was there."},"mode":"Acquire","program":"failed CAS acquire","threads":[["X.set(this, 1);","Y.setRelease(this, 1);"],["r.r1 = (int) Y.compareAndExchangeAcquire(this, 5, 6);","r.r2 = (int) X.get(this);"]]},
{"accesses":[[["write","x","plain","1"],["write","y","release","1"]],[["cas","y","volatile","5","6"],["read","x","plain"]]],"afterwards":[],"executions":{"0, 0":[[0,0,1,1],[0,1,2,3,4]],"0, 1":[[0,0,1,1],[0,1,2,3,5]],"1, 1":[[0,0,1,1],[0,1,2,9,10]]},"meanings":{"0, 0":"The exchange came before the flag was raised, and the read before the data.","0, 1":"The data came before the flag could tell of it.","1, 1":"The exchange found the flag, and the data was there."},"mode":"Volatile","program":"failed CAS volatile","threads":[["X.set(this, 1);","Y.setRelease(this, 1);"],["r.r1 = (int) Y.compareAndExchange(this, 5, 6);","r.r2 = (int) X.get(this);"]]}],
"states": [
[[[[0,[1,1]]],[[0,[1,1]]]],[[[1,1],[1,1]],[[1,1],[1,1]]],[1,1],[1,1],[[],[]],[[2],[1]]],
[[[[0,[1,1]],[1,[2,1]]],[[0,[1,1]]]],[[[1,1],[2,1]],[[1,1],[1,1]]],[1,1],[2,1],[[],[]],[[2],[1]]],
[[[[0,[1,1]],[1,[2,1]]],[[0,[1,1]],[1,[2,2]]]],[[[1,1],[2,2]],[[1,1],[1,1]]],[1,1],[3,1],[[],[]],[[],[1,2]]],
[[[[0,[1,1]],[1,[2,1]]],[[0,[1,1]],[1,[2,2]]]],[[[1,1],[2,2]],[[1,1],[1,1]]],[1,1],[3,2],[[],[0]],[[],[1,2]]],
[[[[0,[1,1]],[1,[2,1]]],[[0,[1,1]],[1,[2,2]]]],[[[1,1],[2,2]],[[1,1],[1,1]]],[1,1],[3,3],[[],[0,0]],[[],[]]],
[[[[0,[1,1]],[1,[2,1]]],[[0,[1,1]],[1,[2,2]]]],[[[1,1],[2,2]],[[1,1],[1,1]]],[1,1],[3,3],[[],[0,1]],[[],[]]],
[[[[0,[1,1]],[1,[2,1]]],[[0,[1,1]],[1,[2,2]]]],[[[1,1],[2,2]],[[1,1],[1,1]]],[1,1],[3,2],[[],[1]],[[],[1,2]]],
[[[[0,[1,1]],[1,[2,1]]],[[0,[1,1]],[1,[2,2]]]],[[[1,1],[2,2]],[[1,1],[1,1]]],[1,1],[3,3],[[],[1,0]],[[],[]]],
[[[[0,[1,1]],[1,[2,1]]],[[0,[1,1]],[1,[2,2]]]],[[[1,1],[2,2]],[[1,1],[1,1]]],[1,1],[3,3],[[],[1,1]],[[],[]]],
[[[[0,[1,1]],[1,[2,1]]],[[0,[1,1]],[1,[2,2]]]],[[[1,1],[2,2]],[[2,2],[1,2]]],[1,1],[3,2],[[],[1]],[[],[2]]],
[[[[0,[1,1]],[1,[2,1]]],[[0,[1,1]],[1,[2,2]]]],[[[1,1],[2,2]],[[2,2],[1,2]]],[1,1],[3,3],[[],[1,1]],[[],[]]]]
};

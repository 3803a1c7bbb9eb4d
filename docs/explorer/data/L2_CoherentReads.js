explorer.lessons["L2_CoherentReads"] = {
"about": ["Coherence: one thread reads the same location twice. Can it see the new value first and the old one then?","One location alone, and still `1, 0` is allowed in plain mode: the compiler may take the two reads for any two reads, and do the second one first or use an older result for it. From opaque mode on each location is coherent: its writes have one order, and no thread reads backwards in it. That is all that opaque adds.","The second read goes to the same object by another reference (`same`), for a compiler that knew them to be equal would read only once.","On x86, as on every processor in use, two reads of one location stay in order, so `1, 0` is a compiler's work wherever it is seen."],
"locations": ["x"],
"outcomes": ["0, 0","0, 1","1, 0","1, 1"],
"variants": [
{"accesses":[[["write","x","plain","1"]],[["read","x","plain"],["read","x","plain"]]],"afterwards":[],"executions":{"0, 0":[[0,1,1],[0,1,2,3]],"0, 1":[[0,1,1],[0,1,2,4]],"1, 0":[[0,1,1],[0,1,5,6]],"1, 1":[[0,1,1],[0,1,5,7]]},"meanings":{"0, 0":"Both reads came before the write.","0, 1":"The write came between the reads.","1, 0":"The second read saw an older value than the first.","1, 1":"Both reads came after the write."},"mode":"Plain","program":"CoRR plain","threads":[["X.set(this, 1);"],["r.r1 = (int) X.get(this);","r.r2 = (int) X.get(same);"]]},
{"accesses":[[["write","x","opaque","1"]],[["read","x","opaque"],["read","x","opaque"]]],"afterwards":[],"executions":{"0, 0":[[0,1,1],[0,1,2,3]],"0, 1":[[0,1,1],[0,1,2,8]],"1, 1":[[0,1,1],[0,1,9,10]]},"meanings":{"0, 0":"Both reads came before the write.","0, 1":"The write came between the reads.","1, 1":"Both reads came after the write."},"mode":"Opaque","program":"CoRR opaque","threads":[["X.setOpaque(this, 1);"],["r.r1 = (int) X.getOpaque(this);","r.r2 = (int) X.getOpaque(same);"]]},
{"accesses":[[["write","x","release","1"]],[["read","x","acquire"],["read","x","acquire"]]],"afterwards":[],"executions":{"0, 0":[[0,1,1],[0,1,2,3]],"0, 1":[[0,1,1],[0,1,2,11]],"1, 1":[[0,1,1],[0,1,12,13]]},"meanings":{"0, 0":"Both reads came before the write.","0, 1":"The write came between the reads.","1, 1":"Both reads came after the write."},"mode":"AcquireRelease","program":"CoRR release, acquire","threads":[["X.setRelease(this, 1);"],["r.r1 = (int) X.getAcquire(this);","r.r2 = (int) X.getAcquire(same);"]]},
{"accesses":[[["write","x","volatile","1"]],[["read","x","volatile"],["read","x","volatile"]]],"afterwards":[],"executions":{"0, 0":[[0,1,1,1],[0,1,14,2,3]],"0, 1":[[0,1,1,1],[0,1,14,2,11]],"1, 1":[[0,1,1,1],[0,1,15,16,17]]},"meanings":{"0, 0":"Both reads came before the write.","0, 1":"The write came between the reads.","1, 1":"Both reads came after the write."},"mode":"Volatile","program":"CoRR volatile","threads":[["X.setVolatile(this, 1);"],["r.r1 = (int) X.getVolatile(this);","r.r2 = (int) X.getVolatile(same);"]]}],
"states": [
[[[[0,[1]]]],[[[1],[1]],[[1],[1]]],[1],[1,1],[[],[]],[[2],[1]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[1]]],[1],[2,1],[[],[]],[[],[1,2]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[1]]],[1],[2,2],[[],[0]],[[],[1,2]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[1]]],[1],[2,3],[[],[0,0]],[[],[]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[1]]],[1],[2,3],[[],[0,1]],[[],[]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[1]]],[1],[2,2],[[],[1]],[[],[1,2]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[1]]],[1],[2,3],[[],[1,0]],[[],[]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[1]]],[1],[2,3],[[],[1,1]],[[],[]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[2]]],[1],[2,3],[[],[0,1]],[[],[]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[2]]],[1],[2,2],[[],[1]],[[],[2]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[2]]],[1],[2,3],[[],[1,1]],[[],[]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[2],[2]]],[1],[2,3],[[],[0,1]],[[],[]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[2],[2]]],[1],[2,2],[[],[1]],[[],[2]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[2],[2]]],[1],[2,3],[[],[1,1]],[[],[]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[1],[1]]],[1],[2,2],[[],[0]],[[],[]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[2],[2]]],[1],[2,2],[[],[1]],[[],[]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[2],[2]]],[2],[2,2],[[],[1]],[[],[2]]],
[[[[0,[1]],[1,[2]]]],[[[1],[2]],[[2],[2]]],[2],[2,3],[[],[1,1]],[[],[]]]]
};

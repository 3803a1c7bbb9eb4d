explorer.index = [
{"name":"L1_MessagePassing","title":"Message passing"},
{"name":"L2_CoherentReads","title":"Coherence"},
{"name":"L3_WriteToReadCausality","title":"Write-to-read causality"},
{"name":"L4_ReleaseSequence","title":"Release sequences"},
{"name":"L5_FailedCompareAndSet","title":"A compare-and-set that fails"},
{"name":"L6_StoreBuffering","title":"Store buffering: where acquire and release end"},
{"name":"L7_IndependentReads","title":"Independent reads of independent writes"},
{"name":"L8_TwoPlusTwoWrites","title":"Writes alone"},
{"name":"L9_LoadBuffering","title":"Load buffering, and the limit of the machine"},
{"name":"L10_VolatileOrder","title":"Volatile orders only the volatile"},
{"name":"L11_Fences","title":"Fences"},
{"name":"L12_RacyPublication","title":"Publication by a data race"}];

// Knows which seed the tests of laws begin with: a run that fails can be run again, and one that passed passes again.
import fc from "fast-check";

/** The seed of this run: `RETTVEI_SEED`, else the same one each time. A test that names its own keeps it. */
const seed = Number(process.env.RETTVEI_SEED ?? 20_261_122);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

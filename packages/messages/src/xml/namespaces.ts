// Knows the namespaces of the national messages and the prefixes we write them with.
import type { Prefixes } from "./write-xml.ts";

export const MSG_HEAD = "http://www.kith.no/xmlstds/msghead/2006-05-24";
export const FELLESKOMPONENT = "http://www.kith.no/xmlstds/felleskomponent1";
export const BASE64 = "http://www.kith.no/xmlstds/base64container";
export const SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
export const HENVISNING_1_0 = "http://www.kith.no/xmlstds/henvisning/2005-07-08";
export const HENVISNING_1_1 = "http://www.kith.no/xmlstds/henvisning/2012-02-15";
export const HENVISNING_2_0 = "http://ehelse.no/xmlstds/henvisning/2017-11-30";
export const PLEIE_OMSORG_1_5 = "http://www.kith.no/xmlstds/po/poKomponent/2009-06-30";
export const PLEIE_OMSORG_2_0 = "http://ehelse.no/xmlstds/po/poKomponent/2017-11-30";
export const EPIKRISE_1_2 = "http://www.kith.no/xmlstds/epikrise/2012-02-15";
export const DIALOGMELDING_1_1 = "http://www.kith.no/xmlstds/dialog/2013-01-23";
export const APPREC_1_0 = "http://www.kith.no/xmlstds/apprec/2004-11-21";

/** For messages inside a MsgHead. */
export const HEAD_PREFIXES: Prefixes = {
  [MSG_HEAD]: "",
  [FELLESKOMPONENT]: "fk1",
  [BASE64]: "b64",
  [HENVISNING_2_0]: "ref",
  [PLEIE_OMSORG_2_0]: "po",
  [DIALOGMELDING_1_1]: "dia",
};

/** For messages that stand alone. */
export const MESSAGE_PREFIXES: Prefixes = {
  [HENVISNING_1_0]: "",
  [HENVISNING_1_1]: "",
  [PLEIE_OMSORG_1_5]: "po",
  [FELLESKOMPONENT]: "fk1",
  [BASE64]: "b64",
  [EPIKRISE_1_2]: "",
  [APPREC_1_0]: "",
};

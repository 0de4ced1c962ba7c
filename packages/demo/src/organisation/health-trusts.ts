// Knows the real regions, health trusts and district areas of specialised mental health care in Norway.

/** Where the organisation facts were read. */
export const ORGANISATION_SOURCES = {
  regions:
    "Organisation numbers of Brønnøysundregistrene; regional codes H03, H04, H05, H12 of SSB",
  trusts: "mong/imongr data-raw/hospital_structure.csv; Brønnøysundregistrene",
  areas: "SSB KLASS 629, district psychiatric centre areas D01 to D69",
} as const;

export interface Region {
  readonly orgNumber: string;
  readonly name: string;
  /** Code of the region at SSB. */
  readonly ssbCode: string;
}

/** A district area; its code is that of the catchment area at SSB. */
export interface DistrictArea {
  readonly code: string;
  readonly name: string;
  /** Organisation number of who runs the centre, where it is not the trust itself. */
  readonly operator?: string;
}

export type TrustId =
  | "ous"
  | "ahus"
  | "ostfold"
  | "innlandet"
  | "vestre-viken"
  | "vestfold"
  | "telemark"
  | "sorlandet"
  | "lovisenberg"
  | "diakonhjemmet"
  | "bergen"
  | "stavanger"
  | "fonna"
  | "forde"
  | "st-olav"
  | "nord-trondelag"
  | "more-romsdal"
  | "unn"
  | "nordland"
  | "helgeland"
  | "finnmark";

/** A health trust, or a private non-profit hospital with an area of its own. */
export interface Trust {
  readonly id: TrustId;
  readonly orgNumber: string;
  readonly name: string;
  /** Short name, as it stands in unit names. */
  readonly shortName: string;
  /** Organisation number of its region. */
  readonly region: string;
  readonly areas: readonly DistrictArea[];
}

const SOUTH_EAST = "991324968";
const WEST = "983658725";
const MID = "983658776";
const NORTH = "883658752";

export const REGIONS: readonly Region[] = [
  { orgNumber: SOUTH_EAST, name: "Helse Sør-Øst RHF", ssbCode: "H12" },
  { orgNumber: WEST, name: "Helse Vest RHF", ssbCode: "H03" },
  { orgNumber: MID, name: "Helse Midt-Norge RHF", ssbCode: "H04" },
  { orgNumber: NORTH, name: "Helse Nord RHF", ssbCode: "H05" },
];

/** Reads areas written as `D49 Follo, D27 Solli @919865636`; after `@` the operator. */
function areas(text: string): readonly DistrictArea[] {
  return text.split(", ").map((entry) => {
    const [place = "", operator] = entry.split(" @");
    const area = { code: place.slice(0, 3), name: place.slice(4) };
    return operator === undefined ? area : { ...area, operator };
  });
}

function trust(
  id: TrustId,
  region: string,
  orgNumber: string,
  names: { readonly name: string; readonly short: string },
  areaText: string,
): Trust {
  return {
    id,
    region,
    orgNumber,
    name: names.name,
    shortName: names.short,
    areas: areas(areaText),
  };
}

export const TRUSTS: readonly Trust[] = [
  trust(
    "ous",
    SOUTH_EAST,
    "993467049",
    { name: "Oslo universitetssykehus HF", short: "Oslo" },
    "D68 Nydalen, D69 Søndre Oslo",
  ),
  trust(
    "ahus",
    SOUTH_EAST,
    "983971636",
    { name: "Akershus universitetssykehus HF", short: "Akershus" },
    "D49 Follo, D50 Groruddalen, D51 Kongsvinger, D52 Nedre Romerike, D53 Øvre Romerike",
  ),
  trust(
    "ostfold",
    SOUTH_EAST,
    "983971768",
    { name: "Sykehuset Østfold HF", short: "Østfold" },
    "D58 Fredrikstad, D59 Halden-Sarpsborg, D60 Nordre Østfold",
  ),
  trust(
    "innlandet",
    SOUTH_EAST,
    "983971709",
    { name: "Sykehuset Innlandet HF", short: "Innlandet" },
    "D54 Elverum-Hamar, D55 Gjøvik, D56 Lillehammer, D57 Tynset",
  ),
  trust(
    "vestre-viken",
    SOUTH_EAST,
    "894166762",
    { name: "Vestre Viken HF", short: "Vestre Viken" },
    "D42 Asker, D43 Bærum, D44 Drammen, D45 Kongsberg, D46 Ringerike",
  ),
  trust(
    "vestfold",
    SOUTH_EAST,
    "983975259",
    { name: "Sykehuset i Vestfold HF", short: "Vestfold" },
    "D65 Vestfold",
  ),
  trust(
    "telemark",
    SOUTH_EAST,
    "983975267",
    { name: "Sykehuset Telemark HF", short: "Telemark" },
    "D66 Nedre Telemark, D67 Øvre Telemark",
  ),
  trust(
    "sorlandet",
    SOUTH_EAST,
    "983975240",
    { name: "Sørlandet sykehus HF", short: "Sørlandet" },
    "D61 Lister, D62 Solvang, D63 Strømme, D64 Østre Agder",
  ),
  trust(
    "lovisenberg",
    SOUTH_EAST,
    "965985166",
    { name: "Lovisenberg diakonale sykehus", short: "Lovisenberg" },
    "D47 Lovisenberg",
  ),
  trust(
    "diakonhjemmet",
    SOUTH_EAST,
    "982791952",
    { name: "Diakonhjemmet sykehus", short: "Diakonhjemmet" },
    "D48 Vindern",
  ),
  trust(
    "bergen",
    WEST,
    "983974724",
    { name: "Helse Bergen HF", short: "Bergen" },
    "D24 Betanien @922716552, D25 Bjørgvin, D26 Kronstad, D27 Solli @919865636, D28 Voss @916270097, D29 Øyane",
  ),
  trust(
    "stavanger",
    WEST,
    "983974678",
    { name: "Helse Stavanger HF", short: "Stavanger" },
    "D15 Dalane, D16 Jæren @996380041, D17 Sandnes, D18 Sola, D19 Stavanger",
  ),
  trust(
    "fonna",
    WEST,
    "983974694",
    { name: "Helse Fonna HF", short: "Fonna" },
    "D20 Folgefonn, D21 Haugaland, D22 Karmøy, D23 Stord",
  ),
  trust(
    "forde",
    WEST,
    "983974732",
    { name: "Helse Førde HF", short: "Sunnfjord" },
    "D30 Førde, D31 Indre Sogn, D32 Nordfjord",
  ),
  trust(
    "st-olav",
    MID,
    "883974832",
    { name: "St. Olavs hospital HF", short: "Trondheim" },
    "D33 Nidaros, D34 Nidelv",
  ),
  trust(
    "nord-trondelag",
    MID,
    "983974791",
    { name: "Helse Nord-Trøndelag HF", short: "Nord-Trøndelag" },
    "D35 Levanger, D36 Namsos, D37 Stjørdal",
  ),
  trust(
    "more-romsdal",
    MID,
    "997005562",
    { name: "Helse Møre og Romsdal HF", short: "Møre og Romsdal" },
    "D38 Kristiansund, D39 Molde, D40 Sunnmøre, D41 Volda",
  ),
  trust(
    "unn",
    NORTH,
    "983974899",
    { name: "Universitetssykehuset Nord-Norge HF", short: "Nord-Norge" },
    "D04 Midt-Troms, D05 Nord-Troms, D06 Ofoten, D07 Sør-Troms, D08 Tromsø",
  ),
  trust(
    "nordland",
    NORTH,
    "983974910",
    { name: "Nordlandssykehuset HF", short: "Nordland" },
    "D09 Lofoten, D10 Salten, D11 Vesterålen",
  ),
  trust(
    "helgeland",
    NORTH,
    "983974929",
    { name: "Helgelandssykehuset HF", short: "Helgeland" },
    "D12 Mo i Rana, D13 Mosjøen, D14 Ytre Helgeland",
  ),
  trust(
    "finnmark",
    NORTH,
    "983974880",
    { name: "Finnmarkssykehuset HF", short: "Finnmark" },
    "D01 Midt-Finnmark, D02 Vest-Finnmark, D03 Øst-Finnmark",
  ),
];

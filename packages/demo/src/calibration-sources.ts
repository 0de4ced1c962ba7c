// Knows where the figures that the population is fitted to were published.

export const CALIBRATION_SOURCES = {
  "press-2020": {
    title:
      "First tertial of 2020, national figures of the pathways (NPK, Fjordabladet and others, June 2020)",
    address:
      "https://www.fjordabladet.no/npk/innenriks/2020/06/26/Psykisk-pakkeforl%C3%B8p-langt-unna-m%C3%A5let-for-barn-og-unge-22167907.ece",
  },
  "press-2021": {
    title:
      "First tertial of 2021, national figures of the pathways (NPK, Fjordabladet, 16 September 2021)",
    address: "https://www.fjordabladet.no",
  },
  "ki-evaluation": {
    title: "Indicator: time to evaluation in outpatient care, adults (Helsedirektoratet)",
    address:
      "https://www.helsedirektoratet.no/statistikk/kvalitetsindikatorer/psykisk-helse-for-voksne/forlopstid-for-evaluering-av-behandling-i-poliklinikk-psykisk-helsevern-voksne",
  },
  "ki-plan": {
    title:
      "Indicator: involvement in the treatment plan, children and young people (Helsedirektoratet)",
    address:
      "https://www.helsedirektoratet.no/statistikk/kvalitetsindikatorer/psykisk-helse-for-barn-og-unge/medvirkning-i-egen-behandling--involvering-i-behandlingsplan-i-psykisk-helsevern-for-barn-og-unge",
  },
  "ki-discharge": {
    title:
      "Indicator: discharge summaries in adult mental health care (Helsedirektoratet), 2nd tertial 2022",
    address:
      "https://www.helsedirektoratet.no/statistikk/kvalitetsindikatorer/psykisk-helse-for-voksne/utsendelse-av-epikrise-i-psykisk-helsevern-for-voksne",
  },
  "ki-assessment-guarantee": {
    title:
      "Indicator: referrals not assessed within ten working days, TSB 2023 (Helsedirektoratet)",
    address: "https://www.helsedirektoratet.no/statistikk/kvalitetsindikatorer/rusbehandling",
  },
  "ki-interrupted": {
    title: "Indicator: interrupted TSB treatment, 3rd tertial 2018 (Helsedirektoratet)",
    address:
      "https://www.helsedirektoratet.no/statistikk/kvalitetsindikatorer/rusbehandling/avbrudd-i-tverrfaglig-spesialisert-rusbehandling",
  },
  rejections: {
    title: "Right to a pathway not given, 1st tertial 2020 (Rusfeltet)",
    address: "https://rusfeltet.no",
  },
  "rejections-2019": {
    title:
      "Referrals rejected in mental health care 2019 (Psykologforeningen, hearing on regjeringen.no)",
    address:
      "https://www.regjeringen.no/no/dokumenter/horing-om-forslag-om-a-innfore-krav-om-at-kommuner-og-helseforetak-skal-avtale-hvordan-de-sammen-skal-planlegge-og-utvikle-tjenester/id2736552/",
  },
  waiting: {
    title:
      "Indicators of mean waiting time: adults 2018, children 2022, TSB 1st tertial 2022 (Helsedirektoratet, Stortinget)",
    address:
      "https://stortinget.no/no/Saker-og-publikasjoner/Sporsmal/Sporretimesporsmal/et-sporretimesporsmal/?qid=89475",
  },
  "samdata-2008": {
    title: "SAMDATA 2008 table 9.7: waiting time to outpatient care by area",
    address:
      "https://www.sintef.no/projectweb/startsiden/samdata-pa-nett/nokkeltall-for-spesialisthelsetjenesten-2008/ventetider/psykisk-helsevern-ventetider/henvisninger-til-poliklinisk-utredningbehandling-innen-psykisk-helsevern-/",
  },
  "samdata-2006": {
    title: "SAMDATA 2006: length of inpatient stays of adults",
    address: "http://docplayer.me/13491511-12-opphold-i-dogninstitusjoner-for-voksne.html",
  },
  "samdata-2007": {
    title: "SAMDATA 2007: length of closed cases in BUP",
    address: "https://www.sintef.no/samdata",
  },
  "deadline-breaches": {
    title: "Breaches of the legal deadline (Helsedirektoratet news, 2nd tertial 2016 and 2023)",
    address: "https://www.helsedirektoratet.no/nyheter/-for-mange-barn-og-unge-opplever-fristbrudd",
  },
  "skde-adults": {
    title: "SKDE atlas of mental health care 2014-18",
    address: "https://analyser.skde.no",
  },
  "skde-children": {
    title: "SKDE report on BUP: outpatients by area",
    address: "https://analyser.skde.no/no/rapporter/bup",
  },
  volumes: {
    title: "NPR: patients treated in the 1st tertial of 2023 by region",
    address: "https://www.helsedirektoratet.no",
  },
  "hearing-2024": {
    title:
      "Hearing on simpler pathways: condition-specific ones are about four per cent of the patients",
    address:
      "https://www.helsedirektoratet.no/horinger/nasjonale-pasientforlop-psykisk-helse-og-rus",
  },
} as const;

export type CalibrationSource = keyof typeof CALIBRATION_SOURCES;

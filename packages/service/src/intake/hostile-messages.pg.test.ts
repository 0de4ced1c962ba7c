// XML that is meant to do harm, sent to the service as any machine may: each refused, quickly, and nothing else happens.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { seededApi } from "../testing/seeded-api.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");

const SAMPLES = ["henvisning-2.0-ny.xml", "henvisning-1.1-ny.xml", "viderehenvisning-2.0.xml"].map(
  (name) => readFileSync(new URL(`../../../messages/samples/${name}`, import.meta.url), "utf8"),
);

const LAUGHS = Array.from({ length: 12 }, (_, at) => {
  const calls = `&l${at};`.repeat(10);
  return `<!ENTITY l${at + 1} "${calls}">`;
}).join("");

/** Before the root element. */
const DTDS = [
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]>',
  '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
  '<!DOCTYPE x PUBLIC "-//X//EN" "file:///dev/random">',
  '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;]>',
  '<!DOCTYPE x [<!ENTITY % a "<!ENTITY e SYSTEM "file:///etc/hosts">"> %a;]>',
  `<!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}<!ENTITY e "&l12;">]>`,
  `<!DOCTYPE x [<!ENTITY e "${"a".repeat(50_000)}">]>`,
  '<!DOCTYPE x [<!ENTITY e "&e;">]>',
  '<!DOCTYPE x [<!ATTLIST MsgHead a CDATA "b">]>',
  "<!DOCTYPE x>",
  '<!DOCTYPE x [<!NOTATION n SYSTEM "n">]>',
];

/** Inside an element. */
const INSIDE = [
  "&e;",
  '<?php system("id") ?>',
  '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>',
  '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
  '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
  '<x xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:type="x"/>',
  "<d>".repeat(10_000),
  `<d ${Array.from({ length: 5_000 }, (_, at) => `a${at}="1"`).join(" ")}/>`,
  `<d ${Array.from({ length: 2_000 }, (_, at) => `xmlns:n${at}="u:${at}"`).join(" ")}/>`,
  `<${"n".repeat(100_000)}/>`,
  "<!DOCTYPE y>",
  "\u0000",
  "\u0001",
  "</Elsewhere>",
  "<d/>".repeat(20_000),
  "<![INCLUDE[<!ENTITY e 'x'>]]>",
  "&#0;",
  "&#xD800;",
  `&#${"9".repeat(10_000)};`,
  "<!-- a -- b -->",
  "<![CDATA[",
  "<q:d/>",
  '<a b="<"/>',
  '<a b="1" b="2"/>',
];

const ENCODINGS: readonly ((xml: string) => Buffer)[] = [
  (xml) => Buffer.from(xml, "utf16le"),
  (xml) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, "utf16le")]),
  (xml) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(xml, "utf16le").swap16()]),
  (xml) => Buffer.from(xml.replace(/^<\?xml[^>]*>/, '<?xml version="1.0" encoding="UTF-7"?>')),
  (xml) => Buffer.from(xml.replace(/^<\?xml[^>]*>/, '<?xml version="1.0" encoding="cp037"?>')),
  (xml) => Buffer.concat([Buffer.from([0x4c, 0x6f, 0xa7, 0x94]), Buffer.from(xml)]),
  (xml) => Buffer.concat([Buffer.from(xml), Buffer.from([0xc3, 0x28])]),
  (xml) => Buffer.from(xml.replace(/^<\?xml[^>]*>/, '<?xml version="1.1"?>')),
];

const hostile = SAMPLES.flatMap((sample): readonly Buffer[] => [
  ...DTDS.map((dtd) => Buffer.from(sample.replace(/<(?=(?:mh:)?M)/, `${dtd}<`))),
  ...INSIDE.flatMap((payload) => [
    Buffer.from(sample.replace(/(<(?:mh:)?(?:Sender|Requester)>)/, (at) => at + payload)),
    Buffer.from(sample.replace(/(<(?:Patient|Diagnosis)>)/, (at) => at + payload)),
  ]),
  ...ENCODINGS.map((encode) => encode(sample)),
]);

test("200 hostile messages are each refused, half of them with less than 50 ms of work, and leave nothing but a row in quarantine", async () => {
  const { api, store } = await seededApi();
  expect(hostile.length).toBeGreaterThanOrEqual(200);
  const taken: number[] = [];
  for (const [at, payload] of hostile.entries()) {
    const before = process.cpuUsage();
    const headers = { "content-type": "application/xml" };
    const answer = await api.app.inject({ method: "POST", url: "/api/messages", headers, payload });
    // The service's own work, which is the same however much else the machine does.
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1_000);
    const rejected = answer.statusCode === 200 && answer.body.includes('<Status V="2"');
    expect({ at, refused: answer.statusCode === 400 || rejected }).toEqual({ at, refused: true });
    expect(answer.body).not.toMatch(/root:|nobody|passwd/);
  }
  const { rows } = await store.database.pool.query(
    "SELECT DISTINCT state, open, unit_id IS NOT NULL AS owned, due_on IS NOT NULL AS due FROM rettvei.matter WHERE type = 'received'",
  );
  expect(rows).toEqual([{ state: "quarantined", open: true, owned: true, due: true }]);
  const medianMillis = taken.toSorted((a, b) => a - b)[taken.length >> 1];
  expect(medianMillis).toBeLessThan(50);
});

test("a message of more than 20 MB is refused by its length, before it is read, and leaves nothing", async () => {
  const { api, store } = await seededApi();
  const headers = { "content-type": "application/xml" };
  const payload = Buffer.alloc(20 * 1024 * 1024 + 1, "<x>");
  const answer = await api.app.inject({ method: "POST", url: "/api/messages", headers, payload });
  expect([answer.statusCode, answer.json().error.code]).toEqual([413, "bad-input"]);
  const { rows } = await store.database.pool.query("SELECT FROM rettvei.matter");
  expect(rows).toEqual([]);
});

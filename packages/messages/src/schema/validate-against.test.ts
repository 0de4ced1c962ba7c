// Validation against schemas of a folder: small ones of our own here, the national ones where they are.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  HAS_SCHEMAS,
  sample,
  validateWritten,
  WITHOUT_SCHEMAS,
} from "../testing/national-schemas.ts";
import { APPREC_1_0 } from "../xml/namespaces.ts";
import { openValidator, validateAgainst } from "./validate-against.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "schemas-"));
  mkdirSync(join(folder, "below"));
  writeFileSync(
    join(folder, "below", "AppRec-v1-2004-11-21.xsd"),
    `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:t="${APPREC_1_0}" xmlns:o="urn:other" targetNamespace="${APPREC_1_0}" elementFormDefault="qualified">
       <import namespace="urn:other" schemaLocation="http://nowhere.invalid/other.xsd"/>
       <element name="AppRec"><complexType><sequence><element name="Id" type="o:number"/></sequence></complexType></element>
     </schema>`,
  );
  writeFileSync(
    join(folder, "other.xsd"),
    '<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:other"><simpleType name="number"><restriction base="integer"/></simpleType></schema>',
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

const receipt = (id: string) => `<AppRec xmlns="${APPREC_1_0}">\n<Id>${id}</Id></AppRec>`;

test("a message is held against the schema, and what that brings in is found by name in the folder", async () => {
  expect(await validateAgainst(folder, APPREC_1_0, receipt("17"))).toEqual({
    valid: true,
    problems: [],
    missing: [],
  });
});

test("a problem has its line, and tells nothing of the text", async () => {
  const { valid, problems } = await validateAgainst(folder, APPREC_1_0, receipt("Kari"));
  expect(valid).toBe(false);
  expect(problems[0]).toMatchObject({ code: "schema", line: 2 });
  expect(JSON.stringify(problems)).not.toContain("Kari");
});

test("one validator serves many messages, also after a bad one", async () => {
  const validator = await openValidator(folder, APPREC_1_0);
  expect(["1", "x", "2"].map((id) => validator.validate(receipt(id)).valid)).toEqual([
    true,
    false,
    true,
  ]);
  validator.dispose();
});

test("a folder without the message's schema, or a root that is not known, is an error", async () => {
  await expect(openValidator(join(folder, "below", ".."), "urn:x")).rejects.toThrow("known root");
  await expect(
    openValidator(folder, "http://www.kith.no/xmlstds/epikrise/2012-02-15"),
  ).rejects.toThrow("Epikrise-v1.2.xsd");
});

test.skipIf(!HAS_SCHEMAS)(`the national schemas find what is wrong${WITHOUT_SCHEMAS}`, async () => {
  const xml = new TextDecoder().decode(sample("henvisning-1.1-ny.xml"));
  expect((await validateWritten(xml)).valid).toBe(true);
  expect((await validateWritten(xml.replace("<MsgDescr", "<MsgDescription"))).valid).toBe(false);
  expect((await validateWritten(xml.replace("2026-02-03T08:30:00", "yesterday"))).valid).toBe(
    false,
  );
});

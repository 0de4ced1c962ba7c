// Knows signed notes and tree checkpoints as C2SP describes them (signed-note, tlog-checkpoint): text, then signatures.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";

/** A key that signs notes, under the name that verifiers know it by. */
export interface NoteKey {
  readonly name: string;
  readonly privateKey: KeyObject;
}

/** What a verifier needs: given away once, and kept where the service cannot reach it. */
export interface VerifierKey {
  readonly name: string;
  readonly publicKey: KeyObject;
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

const ED25519 = 1;
/** Bytes of a public key's DER before the 32 of the key itself. */
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex");

function rawKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: "spki", format: "der" }).subarray(SPKI_HEAD.length);
}

/** Four bytes that say which key signed. */
function keyHash(name: string, publicKey: KeyObject): Buffer {
  const typed = Buffer.concat([
    Buffer.from(`${name}\n`),
    Buffer.from([ED25519]),
    rawKey(publicKey),
  ]);
  return createHash("sha256").update(typed).digest().subarray(0, 4);
}

export function verifierOf({ name, privateKey }: NoteKey): VerifierKey {
  return { name, publicKey: createPublicKey(privateKey) };
}

/** A private key as PEM text. Throws if it is none, or not Ed25519. */
export function noteKey(name: string, pem: string): NoteKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== "ed25519") {
    throw new Error(`seal key: expected Ed25519, got ${privateKey.asymmetricKeyType}`);
  }
  return { name, privateKey };
}

/** The verifier key as one line of text: name, key hash and key, joined by "+". */
export function verifierText({ name, publicKey }: VerifierKey): string {
  const key = Buffer.concat([Buffer.from([ED25519]), rawKey(publicKey)]).toString("base64");
  return `${name}+${keyHash(name, publicKey).toString("hex")}+${key}`;
}

/** Reads `verifierText` back; undefined if it is none. */
export function readVerifier(text: string): VerifierKey | undefined {
  const [name = "", hash = "", ...rest] = text.trim().split("+");
  const key = Buffer.from(rest.join("+"), "base64");
  if (name === "" || key.length !== 33 || key[0] !== ED25519) return undefined;
  const der = Buffer.concat([SPKI_HEAD, key.subarray(1)]);
  const publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
  return keyHash(name, publicKey).toString("hex") === hash ? { name, publicKey } : undefined;
}

/** The checkpoint as a signed note. */
export function signCheckpoint(key: NoteKey, { origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${root.toString("base64")}\n`;
  const { publicKey } = verifierOf(key);
  const signature = sign(null, Buffer.from(text), key.privateKey);
  const line = Buffer.concat([keyHash(key.name, publicKey), signature]).toString("base64");
  return `${text}\n— ${key.name} ${line}\n`;
}

const NOTE =
  /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/=]{44})\n((?:[^\n]+\n)*)\n((?:— \S+ [A-Za-z0-9+/=]+\n)+)$/;

/** The checkpoint of a note that the key has signed; undefined if it has not, or if it is no checkpoint. */
export function openCheckpoint(verifier: VerifierKey, note: string): Checkpoint | undefined {
  const found = NOTE.exec(note);
  if (found === null) return undefined;
  const [, origin = "", size = "", root = "", , signatures = ""] = found;
  const text = note.slice(0, note.length - signatures.length - 1);
  const own = keyHash(verifier.name, verifier.publicKey);
  const signed = signatures
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([, name]) => name === verifier.name)
    .map(([, , base64 = ""]) => Buffer.from(base64, "base64"))
    .some(
      (bytes) =>
        bytes.subarray(0, 4).equals(own) &&
        verify(null, Buffer.from(text), verifier.publicKey, bytes.subarray(4)),
    );
  return signed ? { origin, size: Number(size), root: Buffer.from(root, "base64") } : undefined;
}

// Knows how a connection has the columns of a named statement described once: telling and reading them each time takes
// longer than most of the statements do.
import pg from "pg";

interface Description {
  readonly fields: readonly pg.FieldDef[];
}

type Descriptions = Map<string, Description>;

const NO_COLUMNS: Description = { fields: [] };

/** What the library's query does and its types do not tell. */
interface OwnQuery {
  prepare(this: pg.Query, connection: object): void;
  handleRowDescription(this: pg.Query, description: Description): void;
  handleCommandComplete(this: pg.Query, complete: object, connection: object): void;
}

const own = pg.Query.prototype as unknown as OwnQuery;

interface Named {
  readonly name: string;
  readonly text: string;
  readonly values?: unknown[];
}

type Done = ConstructorParameters<typeof pg.Query>[2];

/** A query that sends no request for a description that is known, and reads its rows by that. */
class NamedQuery extends pg.Query {
  declare readonly name: string;
  readonly #known: Descriptions;

  constructor({ name, text, values = [] }: Named, known: Descriptions, done: Done) {
    super(text, values, done);
    this.name = name;
    this.#known = known;
  }

  prepare(connection: object): void {
    const description = this.#known.get(this.name);
    if (description === undefined) {
      own.prepare.call(this, keepingStatements(connection));
      return;
    }
    own.handleRowDescription.call(this, description);
    own.prepare.call(this, withoutDescribing(connection));
  }

  handleRowDescription(description: Description): void {
    this.#known.set(this.name, description);
    own.handleRowDescription.call(this, description);
  }

  handleCommandComplete(complete: object, connection: object): void {
    if (!this.#known.has(this.name)) this.#known.set(this.name, NO_COLUMNS);
    own.handleCommandComplete.call(this, complete, connection);
  }
}

const NOTHING = { value: () => {} };

/** The same connection but for some of what it does; made once for each. */
function without(...names: readonly string[]): (connection: object) => object {
  const quiet = new WeakMap<object, object>();
  const changes = Object.fromEntries(names.map((name) => [name, NOTHING]));
  return (connection) => {
    const made = quiet.get(connection) ?? Object.create(connection, changes);
    quiet.set(connection, made);
    return made;
  };
}

/**
 * Where a value cannot be written the library closes the statement at the server and goes on taking it for prepared, so that its
 * next use fails, whatever the values. Left open it is what both take it for.
 */
const keepingStatements = without("close");

/** Nor does it ask for descriptions. */
const withoutDescribing = without("close", "describe");

function isNamed(asked: unknown): asked is Named {
  return typeof asked === "object" && asked !== null && "name" in asked && "text" in asked;
}

/** From here on the connection does so for each statement by its name. */
export function describesOnce(client: pg.ClientBase): void {
  const known: Descriptions = new Map();
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown;
  const askNamed = (named: Named): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const done: Done = (error, result) => (error ? reject(error) : resolve(result));
      ask(new NamedQuery(named, known, done));
    });
  const query = (...asked: unknown[]): unknown => {
    const [first] = asked;
    return asked.length === 1 && isNamed(first) ? askNamed(first) : ask(...asked);
  };
  client.query = query as typeof client.query;
}

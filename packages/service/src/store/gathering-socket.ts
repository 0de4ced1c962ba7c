// Knows a socket that sends what is written in one turn of the program in one piece: each write by itself costs more
// than most statements do.
import { Socket } from "node:net";

type Done = (error?: Error | null) => void;

class GatheringSocket extends Socket {
  #gathers = false;

  override cork(): void {
    if (this.#gathers) return;
    this.#gathers = true;
    super.cork();
    process.nextTick(() => {
      this.#gathers = false;
      super.uncork();
    });
  }

  override write(
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | Done,
    done?: Done,
  ): boolean {
    this.cork();
    if (typeof encoding === "function") return super.write(chunk, encoding);
    return super.write(chunk, encoding, done);
  }

  /** Not yet: the end of the turn does. */
  override uncork(): void {}
}

export function gatheringSocket(): Socket {
  const socket = new GatheringSocket();
  // Connecting gives a socket the library's own `write` in place of that of its class.
  socket.once("connect", () => Reflect.deleteProperty(socket, "write"));
  return socket;
}

// Knows how wide the place is in which a picture is drawn.
import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** In pixels; undefined until it is measured. */
export function useRoom<E extends Element>(): readonly [RefObject<E | null>, number | undefined] {
  const place = useRef<E>(null);
  const [room, setRoom] = useState<number>();
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = (): void => setRoom(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, room];
}

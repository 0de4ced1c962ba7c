// Knows the part of the page that shows a course at a glance: as a picture or as tables, as the reader likes.
import { useEffect, useRef, useState } from "react";
import "./picture.css";
import type { Course } from "../../../app/api/contract.ts";
import { type PictureView, ViewChoice } from "../../../components/view-choice.tsx";
import { useScreenTexts } from "../../../i18n/screen-texts.ts";
import { ChosenPart } from "./chosen-part.tsx";
import { type CoursePicture, coursePicture } from "./course-picture.ts";
import { Picture } from "./picture.tsx";
import { PictureLegend } from "./picture-legend.tsx";
import { PictureTable } from "./picture-table.tsx";
import { pictureTexts } from "./picture-texts.ts";
import { scaleOf } from "./scale.ts";
import { useRoom } from "./use-room.ts";

interface ShownProps {
  readonly course: Course;
  readonly picture: CoursePicture;
}

function Drawn({ course, picture }: ShownProps) {
  const t = useScreenTexts(pictureTexts);
  const [place, room] = useRoom<HTMLDivElement>();
  const [chosen, choose] = useState<string>();
  const place0 = useRef<HTMLElement>(null);
  // A long course is scrolled: today is what one looks for first.
  useEffect(() => {
    if (room === undefined || place.current === null) return;
    const { x } = scaleOf(picture.first, picture.last, room);
    place.current.scrollLeft = x(picture.today) - room * 0.7;
  }, [room, picture, place]);
  const close = (): void => {
    choose(undefined);
    place0.current?.querySelector<SVGGElement>('[aria-pressed="true"]')?.focus();
  };
  return (
    <figure className="picture-figure" ref={place0}>
      <p className="subtle picture-hint">{t.hint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className="picture-scroller" ref={place} aria-label={t.scroller} tabIndex={0}>
        {room !== undefined && (
          <Picture
            course={course}
            picture={picture}
            room={room}
            name={t.title}
            chosen={chosen}
            onChoose={(key) => choose(key === chosen ? undefined : key)}
          />
        )}
      </section>
      {chosen !== undefined && (
        <ChosenPart course={course} picture={picture} chosen={chosen} onClose={close} />
      )}
      <PictureLegend picture={picture} />
    </figure>
  );
}

export function PictureSection({ course }: { readonly course: Course }) {
  const t = useScreenTexts(pictureTexts);
  const [view, setView] = useState<PictureView>("picture");
  const picture = coursePicture(course);
  return (
    <section aria-labelledby="picture" className="picture-section">
      <div className="picture-head">
        <h2 id="picture" className="ds-heading" data-size="xs">
          {t.title}
        </h2>
        {picture !== undefined && <ViewChoice words={t} view={view} onChange={setView} />}
      </div>
      {picture === undefined && <p className="subtle">{t.empty}</p>}
      {picture !== undefined &&
        (view === "picture" ? (
          <Drawn course={course} picture={picture} />
        ) : (
          <PictureTable course={course} picture={picture} />
        ))}
    </section>
  );
}

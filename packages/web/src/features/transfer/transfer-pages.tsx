// Knows the transfers of a course, and those that wait for an answer at a unit.
import { useQuery } from "@tanstack/react-query";
import { courseQuery, sessionQuery } from "../../app/api/queries.ts";
import { useUnitName } from "../../app/api/use-unit-name.ts";
import { Answered } from "../../components/answered.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { Clocks } from "./clocks.tsx";
import { OfferForm } from "./offer-form.tsx";
import { transferTexts } from "./texts.ts";
import { TransferCard } from "./transfer-card.tsx";
import { courseTransfersQuery, type Transfer, unitTransfersQuery } from "./transfer-queries.ts";

function List({
  title,
  none,
  transfers,
  may,
}: {
  readonly title: string;
  readonly none: string;
  readonly transfers: readonly Transfer[];
  readonly may: (transfer: Transfer) => "answer" | "withdraw" | "read";
}) {
  return (
    <section aria-label={title}>
      <h2 className="ds-heading" data-size="xs">
        {title}
      </h2>
      {transfers.length === 0 && <p className="subtle">{none}</p>}
      {transfers.map((transfer) => (
        <TransferCard key={transfer.transferId} transfer={transfer} may={may(transfer)} />
      ))}
    </section>
  );
}

export function CourseTransfersPage({ courseId }: { readonly courseId: string }) {
  const t = useScreenTexts(transferTexts);
  const { data: course } = useQuery(courseQuery(courseId));
  const { data: session } = useQuery(sessionQuery);
  const coordinates = session?.held?.role === "coordinator";
  return (
    <Answered question={useQuery(courseTransfersQuery(courseId))}>
      {({ transfers, clocks }) => (
        <div className="sheet">
          <List
            title={t.all}
            none={t.none}
            transfers={transfers.toReversed()}
            may={() => (coordinates ? "withdraw" : "read")}
          />
          {clocks.length > 0 && <Clocks clocks={clocks} />}
          {coordinates &&
            course?.position.running === true &&
            transfers.every(({ state }) => state !== "offered") && (
              <OfferForm courseId={courseId} fromUnitId={course.position.unitId} />
            )}
        </div>
      )}
    </Answered>
  );
}

export function UnitTransfersPage({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(transferTexts);
  const { data: session } = useQuery(sessionQuery);
  const coordinates = session?.held?.role === "coordinator";
  const name = useUnitName()(unitId);
  return (
    <>
      <PageHeading title={t.place}>{t.title(name)}</PageHeading>
      <Answered question={useQuery(unitTransfersQuery(unitId))}>
        {({ toHere, fromHere }) => (
          <div className="sheet">
            <List
              title={t.toHere}
              none={t.noneToHere}
              transfers={toHere}
              may={() => (coordinates ? "answer" : "read")}
            />
            <List
              title={t.fromHere}
              none={t.noneFromHere}
              transfers={fromHere}
              may={() => (coordinates ? "withdraw" : "read")}
            />
          </div>
        )}
      </Answered>
    </>
  );
}

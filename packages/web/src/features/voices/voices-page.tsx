// Knows what a patient has said in a course, beside what who referred has asked, and how it is taken and answered.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, changing, type Schemas } from "../../app/api/client.ts";
import { Answered } from "../../components/answered.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { AnswerForms } from "./answer-forms.tsx";
import { QuestionsPart } from "./questions-part.tsx";
import { SaidCard } from "./said-card.tsx";
import { voiceTexts } from "./texts.ts";

function voicesQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "voices"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/voices", { params: { path: { courseId } }, signal }),
      ),
  });
}

interface VoiceProps {
  readonly courseId: string;
  readonly voice: Schemas["Voice"];
}

function VoiceCard({ courseId, voice }: VoiceProps) {
  const t = useScreenTexts(voiceTexts);
  const { voiceId, about, saidOn, state, version } = voice;
  const paramsOf = (seen: number, key: string) => ({
    path: { voiceId },
    header: changing(key, seen),
  });
  return (
    <SaidCard title={t.about[about]} on={saidOn} said={voice}>
      <AnswerForms
        label={t.answer}
        changed={[voicesQuery(courseId).queryKey, ["tasks"]]}
        answering={{
          version,
          waits: state === "waiting",
          take: (seen, key) =>
            answered(
              api.POST("/api/voices/{voiceId}/taken", { params: paramsOf(seen, key), body: {} }),
            ),
          answer: ({ words, version: seen }, key) =>
            answered(
              api.POST("/api/voices/{voiceId}/answered", {
                params: paramsOf(seen, key),
                body: { words },
              }),
            ),
        }}
      />
    </SaidCard>
  );
}

export function VoicesPage({ courseId }: { readonly courseId: string }) {
  const t = useScreenTexts(voiceTexts);
  return (
    <Answered question={useQuery(voicesQuery(courseId))}>
      {({ voices }) => (
        <div className="sheet">
          <QuestionsPart courseId={courseId} />
          {voices.length === 0 && <p className="subtle">{t.none}</p>}
          {voices.toReversed().map((voice) => (
            <VoiceCard key={voice.voiceId} courseId={courseId} voice={voice} />
          ))}
        </div>
      )}
    </Answered>
  );
}

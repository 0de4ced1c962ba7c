// Knows a message that comes to a unit from an office that has no login: a referral in the national standard, of somebody new.
import { STORY_UNITS } from "../story-units.ts";
import type { StoryWorld } from "../story-world.ts";
import { STORY_REFERRER } from "./referring.ts";

export interface SentWords {
  readonly messageId: string;
  readonly patient: string;
  readonly symptoms: string;
  readonly own: string;
}

const SENT_AT = "T08:30:00";

function referralXml(world: StoryWorld, unitId: string, words: SentWords): string {
  const { messageId, patient, symptoms, own } = words;
  const unit = STORY_UNITS.find((one) => one.unitId === unitId)?.name ?? "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<Message xmlns="http://www.kith.no/xmlstds/henvisning/2012-02-15">
  <Type V="HENVISNING" DN="Henvisning"/>
  <MIGversion>v1.1 2012-02-15</MIGversion>
  <GenDate V="${world.day}${SENT_AT}"/>
  <MsgId>${messageId}</MsgId>
  <Status V="TEST" DN="Melding til testformål"/>
  <ServReq>
    <ServType V="N" DN="Ny"/>
    <IssueDate V="${world.day}"/>
    <MsgDescr V="10" DN="Utredning/behandling"/>
    <Id>${messageId}-1</Id>
    <Patient>
      <Sex V="2" DN="Kvinne"/>
      <Name>${patient}</Name>
      <InfItem>
        <Observation><Description>${symptoms}</Description></Observation>
        <Type V="ANAM" DN="Sykehistorie"/>
      </InfItem>
    </Patient>
    <ServProvider><HCP><Inst>
      <Name>${unit}</Name><Id>${unitId}</Id><TypeId V="HER" DN="HER-id"/>
    </Inst></HCP></ServProvider>
    <Requester><HCP><Inst>
      <Name>Lykkebo legekontor</Name><Id>9900101</Id><TypeId V="HER" DN="HER-id"/>
    </Inst></HCP></Requester>
    <ReasonAsText>
      <Heading V="PROB" DN="Aktuell problemstilling"/>
      <TextResultValue>${own}</TextResultValue>
    </ReasonAsText>
    <ReqServ>
      <ServType V="N" DN="Ny"/>
      <Priority V="N" DN="Elektiv/Ordinær (elektiv)"/>
    </ReqServ>
  </ServReq>
</Message>
`;
}

/** Posted as whoever hands in messages for the office. It says too little to be placed by itself. */
export async function wroteTo(world: StoryWorld, unitId: string, words: SentWords): Promise<void> {
  const who = world.staff(STORY_REFERRER);
  await world.hand(who, "/api/messages", referralXml(world, unitId, words));
}

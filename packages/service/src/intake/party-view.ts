// Knows by what people know who sent a message, or whom it is for: a name, and the number that comes first.
import { innermost, type Party, wholeNameOf } from "@rettvei/messages";

export interface PartyView {
  readonly name: string | null;
  /** Kind of the number: HER, ENH, HPR. */
  readonly kind: string | null;
  readonly number: string | null;
}

export function partyView(party: Party | undefined): PartyView {
  const { organisation, professional } = party ?? {};
  const unit = organisation && innermost(organisation);
  const [ident] = unit?.idents ?? professional?.idents ?? [];
  const name = unit?.name ?? (professional && wholeNameOf(professional)) ?? null;
  return { name, kind: ident?.type.value ?? null, number: ident?.id ?? null };
}

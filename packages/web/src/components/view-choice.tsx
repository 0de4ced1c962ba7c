// Knows how a reader chooses between a picture and the same as a table.
import "./view-choice.css";

export const PICTURE_VIEWS = ["picture", "table"] as const;
export type PictureView = (typeof PICTURE_VIEWS)[number];

interface ViewChoiceProps {
  readonly words: Readonly<Record<PictureView | "views", string>>;
  readonly view: PictureView;
  readonly onChange: (view: PictureView) => void;
}

export function ViewChoice({ words, view, onChange }: ViewChoiceProps) {
  return (
    <fieldset className="view-choice">
      <legend className="visually-hidden">{words.views}</legend>
      {PICTURE_VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          className="ds-button"
          data-size="sm"
          data-variant={one === view ? "secondary" : "tertiary"}
          aria-pressed={one === view}
          onClick={() => onChange(one)}
        >
          {words[one]}
        </button>
      ))}
    </fieldset>
  );
}

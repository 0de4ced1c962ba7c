// Knows the product's own mark: a road that leads to a point.
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="7" className="mark-ground" />
      <path d="M9 26c0-7 14-6 14-13" className="mark-road" />
      <circle cx="23" cy="7" r="3" className="mark-goal" />
    </svg>
  );
}

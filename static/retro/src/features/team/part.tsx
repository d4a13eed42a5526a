import { useId } from 'react';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** One part of the settings. */
export function Part({ title, hint, children }: Props): ReactNode {
  const id = useId();
  return (
    <section className="team__part" aria-labelledby={id}>
      <div className="team__part-words">
        <h2 id={id} className="team__part-title">
          {title}
        </h2>
        {hint && <p className="team__part-hint">{hint}</p>}
      </div>
      <div className="form">{children}</div>
    </section>
  );
}

import './picture.css';
import type { ReactNode } from 'react';
import { star } from './star';

/** A ticked list with stars: the retro is over, something was decided. */
export function DonePicture(): ReactNode {
  return (
    <svg className="picture" width="132" height="112" viewBox="0 0 132 112" aria-hidden="true" focusable="false">
      <circle className="picture__glow" cx="66" cy="54" r="48" />
      <rect className="picture__paper" x="34" y="16" width="64" height="80" rx="8" />
      <path className="picture__line" d="M60 38h26M60 56h20M60 74h24" />
      <circle className="picture__green" cx="47" cy="38" r="7" />
      <circle className="picture__green" cx="47" cy="56" r="7" />
      <circle className="picture__blue" cx="47" cy="74" r="7" />
      <path className="picture__line" d="M44 38l2.5 2.5 4-5M44 56l2.5 2.5 4-5" />
      <path className="picture__star picture__twinkle" d={star(108, 24, 12)} />
      <path className="picture__star picture__twinkle picture__twinkle--late" d={star(20, 84, 8)} />
    </svg>
  );
}

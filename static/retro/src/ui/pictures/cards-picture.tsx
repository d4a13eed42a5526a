import './picture.css';
import type { ReactNode } from 'react';
import { star } from './star';

/** Three cards under a star: a retro about to begin. */
export function CardsPicture(): ReactNode {
  return (
    <svg className="picture" width="264" height="156" viewBox="0 0 264 156" aria-hidden="true" focusable="false">
      <ellipse className="picture__ground" cx="132" cy="142" rx="112" ry="8" />
      <circle className="picture__glow" cx="132" cy="50" r="46" />
      <path className="picture__star" d={star(132, 46, 30)} />
      <path className="picture__star picture__twinkle" d={star(54, 30, 8)} />
      <path className="picture__star picture__twinkle picture__twinkle--late" d={star(212, 22, 10)} />
      <path className="picture__star picture__twinkle" d={star(190, 58, 5)} />
      <g transform="rotate(-9 70 104)">
        <rect className="picture__green" x="36" y="70" width="66" height="70" rx="8" />
        <path className="picture__line" d="M48 88h34M48 100h42M48 112h24" />
      </g>
      <g transform="rotate(8 194 104)">
        <rect className="picture__blue" x="162" y="70" width="66" height="70" rx="8" />
        <path className="picture__line" d="M174 88h40M174 100h28M174 112h36" />
      </g>
      <rect className="picture__paper" x="98" y="62" width="68" height="78" rx="8" />
      <path className="picture__line" d="M110 82h44M110 95h32M110 108h40" />
      <circle className="picture__teal" cx="113" cy="125" r="5" />
      <circle className="picture__magenta" cx="127" cy="125" r="5" />
      <circle className="picture__orange" cx="141" cy="125" r="5" />
    </svg>
  );
}

import './picture.css';
import type { ReactNode } from 'react';
import { star } from './star';

/** A table with cups under lit stars: people are about to meet. */
export function TablePicture(): ReactNode {
  return (
    <svg className="picture" width="280" height="150" viewBox="0 0 280 150" aria-hidden="true" focusable="false">
      <path className="picture__line" d="M14 16Q140 56 266 16" />
      <path className="picture__star picture__twinkle" d={star(56, 36, 10)} />
      <path className="picture__star" d={star(140, 48, 16)} />
      <path className="picture__star picture__twinkle picture__twinkle--late" d={star(224, 36, 10)} />
      <circle className="picture__glow" cx="140" cy="104" r="34" />
      <g>
        <path className="picture__green" d="M44 84h34v24a12 12 0 0 1-12 12h-10a12 12 0 0 1-12-12Z" />
        <path className="picture__line" d="M78 90h4a8 8 0 0 1 0 16h-4M54 76q-4-6 0-12M66 76q-4-6 0-12" />
        <path className="picture__purple" d="M198 84h34v24a12 12 0 0 1-12 12h-10a12 12 0 0 1-12-12Z" />
        <path className="picture__line" d="M198 90h-4a8 8 0 0 0 0 16h4M208 76q-4-6 0-12M220 76q-4-6 0-12" />
      </g>
      <rect className="picture__paper" x="112" y="92" width="26" height="28" rx="4" transform="rotate(-6 125 106)" />
      <rect className="picture__blue" x="142" y="92" width="26" height="28" rx="4" transform="rotate(7 155 106)" />
      <path className="picture__line" d="M119 103h12M119 110h8M149 104h12M149 111h9" />
      <rect className="picture__wood" x="22" y="120" width="236" height="10" rx="5" />
      <path className="picture__wood" d="M52 130h10l-6 20h-8ZM218 130h10l4 20h-8Z" />
    </svg>
  );
}

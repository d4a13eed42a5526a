/** A four-pointed star around a point, as a path; `size` is from the middle to a point. */
export const star = (x: number, y: number, size: number): string => {
  const waist = size * 0.22;
  return [
    `M${x} ${y - size}`,
    `Q${x + waist * 0.4} ${y - waist} ${x + size} ${y}`,
    `Q${x + waist * 0.4} ${y + waist} ${x} ${y + size}`,
    `Q${x - waist * 0.4} ${y + waist} ${x - size} ${y}`,
    `Q${x - waist * 0.4} ${y - waist} ${x} ${y - size}Z`,
  ].join('');
};

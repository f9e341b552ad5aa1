// How far apart two colours are.

/** Goes before a look: colours as numbers, and how far apart two of them are. */
export const CONTRAST = `
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const over = (...layers) => {
    context.globalAlpha = 1;
    context.clearRect(0, 0, 1, 1);
    for (const [colour, alpha = 1] of layers.map((layer) => [layer].flat())) {
      context.globalAlpha = alpha;
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [less, more] = [light(one), light(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
`;

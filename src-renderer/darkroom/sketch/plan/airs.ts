import type { TimeId } from '../reading/words-air';

/** A light at one time of day: sky from zenith to horizon, sun, haze, and the tint on all things. */
export type AirRecipe = {
  readonly sky: readonly [string, string, string, string];
  readonly sun: string;
  readonly haze: string;
  readonly tint: string;
  /** How strongly the tint multiplies local colours, 0..1. */
  readonly tinted: number;
};

export const airRecipes: Readonly<Record<TimeId, readonly [AirRecipe, ...AirRecipe[]]>> = {
  dawn: [
    {
      sky: ['#6f86b5', '#b9a5c0', '#efbfae', '#fce3bd'],
      sun: '#fff0cf',
      haze: '#dfc1c2',
      tint: '#ffe2d4',
      tinted: 0.45,
    },
    {
      sky: ['#5a7fa6', '#9fb7c9', '#f3cdb4', '#ffe9c4'],
      sun: '#fff3d6',
      haze: '#d9cbc8',
      tint: '#ffe9da',
      tinted: 0.4,
    },
    {
      sky: ['#786a9f', '#c48fae', '#f5b79a', '#fedc9f'],
      sun: '#ffedc2',
      haze: '#dcb2b8',
      tint: '#ffd9c9',
      tinted: 0.5,
    },
  ],
  morning: [
    {
      sky: ['#69a5d3', '#9fcbe3', '#d4e6e4', '#f7edd2'],
      sun: '#fffaea',
      haze: '#c8dbe0',
      tint: '#fff7e8',
      tinted: 0.25,
    },
    {
      sky: ['#7fb8c9', '#b3d7d6', '#e2ead4', '#fbe9c3'],
      sun: '#fff8e0',
      haze: '#cfdcd4',
      tint: '#fff3da',
      tinted: 0.3,
    },
  ],
  day: [
    {
      sky: ['#3b82c4', '#6fb0de', '#a9d3ea', '#dfeff0'],
      sun: '#fffdf0',
      haze: '#b5d1e2',
      tint: '#ffffff',
      tinted: 0,
    },
    {
      sky: ['#4795c0', '#82bfd5', '#bfdfdd', '#f3ecd2'],
      sun: '#fffbe6',
      haze: '#c2d8da',
      tint: '#fffaec',
      tinted: 0.2,
    },
    {
      sky: ['#5f9fd6', '#94c4e6', '#c9e1ee', '#f0f1e9'],
      sun: '#fffef4',
      haze: '#c5d7e6',
      tint: '#fdfcff',
      tinted: 0.1,
    },
  ],
  golden: [
    {
      sky: ['#6c98b4', '#b8bfa8', '#f3cf8f', '#f9b765'],
      sun: '#fff2c4',
      haze: '#eec48f',
      tint: '#ffd79a',
      tinted: 0.55,
    },
    {
      sky: ['#8a9bb0', '#d8bfa4', '#f8c77e', '#fbe0a0'],
      sun: '#fff5d2',
      haze: '#ecca9d',
      tint: '#ffdda8',
      tinted: 0.5,
    },
  ],
  sunset: [
    {
      sky: ['#3a3a6e', '#9a4c7a', '#ea6f5c', '#fdb45a'],
      sun: '#fff0b0',
      haze: '#cf7f78',
      tint: '#f7a98c',
      tinted: 0.62,
    },
    {
      sky: ['#2f5078', '#a3707c', '#ef8a58', '#ffcf74'],
      sun: '#fff3c0',
      haze: '#cc8f7c',
      tint: '#fbb58e',
      tinted: 0.58,
    },
    {
      sky: ['#54356e', '#b84a72', '#f5795a', '#ffc27a'],
      sun: '#ffe9b4',
      haze: '#c9707c',
      tint: '#f09d94',
      tinted: 0.62,
    },
  ],
  dusk: [
    {
      sky: ['#1f2b56', '#454a86', '#94709c', '#e7a391'],
      sun: '#ffe0b8',
      haze: '#716a9c',
      tint: '#9f9bd4',
      tinted: 0.72,
    },
    {
      sky: ['#17344f', '#3a6580', '#8f9a9c', '#f2bd8d'],
      sun: '#ffe4b0',
      haze: '#6b8596',
      tint: '#95b4cc',
      tinted: 0.7,
    },
    {
      sky: ['#2d2350', '#6a3f7c', '#b8627f', '#f2a07c'],
      sun: '#ffdbaa',
      haze: '#80608e',
      tint: '#b498cc',
      tinted: 0.7,
    },
  ],
  night: [
    {
      sky: ['#0b1432', '#16244f', '#26396c', '#48608f'],
      sun: '#f6f1da',
      haze: '#2c3e6a',
      tint: '#7189c9',
      tinted: 0.85,
    },
    {
      sky: ['#081a2c', '#0f3047', '#1f5063', '#4b7f86'],
      sun: '#f3f2da',
      haze: '#235062',
      tint: '#6fa3b5',
      tinted: 0.84,
    },
    {
      sky: ['#150f36', '#2a1f58', '#493a7c', '#7a5c94'],
      sun: '#fbeed6',
      haze: '#43386f',
      tint: '#8a7cc6',
      tinted: 0.84,
    },
  ],
};

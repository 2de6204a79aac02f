// Figures for people. What was not measured is a dash.

const LOCALE = 'en-GB';
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const short = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });

export const NONE = '–';

export const count = (value) => (value == null ? NONE : whole.format(value));

export const compact = (value) =>
  value == null ? NONE : value < 100_000 ? whole.format(value) : short.format(value);

export const rate = (value) =>
  value == null ? NONE : value === 0 || value >= 100 ? compact(value) : tenth.format(value);

export const percent = (value) =>
  value == null ? NONE : value === 0 || value >= 10 ? whole.format(value) : tenth.format(value);

/** A number and its unit, of a time in seconds. */
export function seconds(value) {
  if (value == null) {
    return [NONE, ''];
  }
  if (value < 1) {
    return [whole.format(value * 1000), 'ms'];
  }
  if (value < 120) {
    return [value < 10 ? tenth.format(value) : whole.format(value), 's'];
  }
  if (value < 7200) {
    return [whole.format(value / 60), 'min'];
  }
  return value < 172_800 ? [whole.format(value / 3600), 'h'] : [whole.format(value / 86_400), 'd'];
}

export const lasting = (value) => seconds(value).join('\u202f').trim();

export const clock = (millis) =>
  new Date(millis).toLocaleTimeString(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export const minute = (millis) =>
  new Date(millis).toLocaleTimeString(LOCALE, { hour: '2-digit', minute: '2-digit' });

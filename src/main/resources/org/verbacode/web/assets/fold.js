// A text as it is compared: without accents, capitals, ligatures and kinds of apostrophe.
export const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[’ʼ‘]/g, "'");

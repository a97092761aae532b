/** What the administrators of ACME start from when they decline or ask. */
export const preparedTexts = [
  {
    purpose: 'DECLINE',
    titleEn: 'Smaller access is enough',
    textEn: 'For this work a smaller access is enough. Please ask again for the viewer role of your site.',
    titleFr: 'Un accès plus restreint suffit',
    textFr:
      'Pour ce travail, un accès plus restreint suffit. Demandez à nouveau le rôle de lecteur de votre site.',
  },
  {
    purpose: 'QUESTION',
    titleEn: 'Which site, until when',
    textEn: 'Which site do you need, and until when? Then we can give you exactly that.',
    titleFr: 'Quel site, jusqu’à quand',
    textFr:
      'De quel site avez-vous besoin, et jusqu’à quand ? Nous pourrons alors vous donner exactement cela.',
  },
] as const

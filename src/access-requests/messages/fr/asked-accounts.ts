/** Les nouveaux comptes demandés, en une ligne. */
export default {
  'mine.accounts': 'Comptes Smart que vous avez demandés',
  'mine.accounts.all': 'Tous',
  'mine.accounts.CHECKING': 'En vérification',
  'mine.accounts.ACTION_NEEDED': 'Action requise',
  'mine.accounts.AWAITING_NOMINEE': 'Chez l’administrateur',
  'mine.accounts.ACTIVE': 'Actif',
  'mine.accounts.DECLINED': 'Refusée',
  'mine.accounts.WITHDRAWN': 'Retirée',
  'mine.accounts.EXPIRED': 'Expirée',
} as const

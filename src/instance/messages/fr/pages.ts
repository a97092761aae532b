import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/pages.ts'

export default {
  'error.404.title': 'Page introuvable',
  'error.404.what': 'Il n’y a rien ici que vous puissiez voir.',
  'error.404.do':
    'Vérifiez l’adresse ou revenez à la page d’accueil. Si un mail vous a conduit ici, connectez-vous avec l’adresse à laquelle il a été envoyé.',
  'error.403.title': 'Action non autorisée',
  'error.403.what': 'Une modification a été demandée depuis un site extérieur à Vestibule.',
  'error.403.safe': 'Rien n’a été modifié.',
  'error.403.do': 'Ouvrez de nouveau la page depuis Vestibule et réessayez.',
  'error.413.title': 'Envoi trop volumineux',
  'error.413.what': 'Ce qui a été envoyé dépasse ce que cette page accepte.',
  'error.413.safe': 'Rien n’a été modifié.',
  'error.413.do':
    'Revenez en arrière, raccourcissez le texte ou choisissez un fichier plus petit, puis renvoyez.',
  'error.422.title': 'Ce formulaire n’a pas pu être lu',
  'error.422.what': 'Ce qui a été envoyé ne correspond pas au formulaire d’origine.',
  'error.422.safe': 'Rien n’a été modifié.',
  'error.422.do': 'Revenez en arrière, rechargez la page et remplissez de nouveau le formulaire.',
  'error.500.title': 'Une panne est survenue de notre côté',
  'error.500.what': 'La page n’a pas pu être préparée. La panne a été consignée.',
  'error.500.safe': 'Ce que vous avez envoyé auparavant est conservé.',
  'error.500.do':
    'Réessayez dans une minute. Si la panne persiste, communiquez la référence ci-dessous à votre support.',
  'error.503.title': 'Vestibule est momentanément indisponible',
  'error.503.what': 'La base de données ne répond pas.',
  'error.503.safe': 'Tout ce qui vous a été confirmé est conservé.',
  'error.503.do': 'Attendez une demi-minute, puis réessayez.',
  'error.home': 'Aller à la page d’accueil',
  'mailbox.title': 'Boîte aux lettres',
  'mailbox.lead':
    'La démonstration n’a pas de serveur de messagerie. Les mails qu’elle enverrait sont conservés ici, du plus récent au plus ancien.',
  'mailbox.empty.title': 'Aucun mail pour l’instant',
  'mailbox.empty.text': 'Demandez un accès ou créez un compte : le mail apparaîtra ici.',
  'mailbox.list': 'Mails',
  'mailbox.to': 'À',
  'mailbox.subject': 'Objet',
  'mailbox.received': 'Envoyé',
  'mailbox.from': 'De',
  'mailbox.text': 'En texte brut',
  'mailbox.links': 'Liens contenus dans ce mail',
  'mailbox.preview': 'L’afficher comme dans une messagerie',
} satisfies Translation<typeof en>

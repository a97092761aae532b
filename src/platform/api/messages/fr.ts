import type { Translation } from '../../i18n/messages.ts'
import type en from './en.ts'

export default {
  'problem.400': 'La requête n’est pas comprise',
  'problem.401': 'Un jeton ou une session valides sont nécessaires',
  'problem.403': 'Ceci n’est pas autorisé',
  'problem.404': 'Il n’y a rien à cette adresse',
  'problem.405': 'Cette méthode n’est pas proposée ici',
  'problem.409': 'Ceci ne convient pas à l’état actuel',
  'problem.413': 'Le corps de la requête est trop volumineux',
  'problem.415': 'Le corps de la requête doit être en JSON',
  'problem.422': 'Quelque chose ne convient pas dans la requête',
  'problem.428': 'Indiquez la version que vous avez vue',
  'problem.429': 'Trop de requêtes',
  'problem.500': 'Une erreur s’est produite de notre côté',
  'problem.503': 'Le service est momentanément injoignable',
  'detail.scope': 'Le jeton n’a pas la portée {scope}.',
  'detail.json': 'Le corps de la requête n’est pas du JSON valide en UTF-8.',
  'detail.character': 'Un texte contient un caractère nul ou une moitié de paire de substitution.',
  'detail.depth': 'Le corps de la requête a plus de {most} niveaux d’imbrication.',
  'detail.repeated': 'Le nom {name} figure deux fois dans le même objet.',
  'detail.on-the-page':
    'Il y faut votre mot de passe, saisi depuis moins de cinq minutes, ce qu’un jeton n’a jamais : faites-le sur la page.',
  'detail.one-of': 'Une de ces valeurs est attendue : {choices}.',
  'detail.unknown': 'Le nom {name} n’est pas connu ici.',
  'detail.key-used': 'Cette Idempotency-Key a servi à une autre requête.',
  'detail.key-shape': 'Une Idempotency-Key compte de 1 à 100 caractères ASCII visibles.',
  'detail.if-match': 'Envoyez If-Match avec la version que vous avez vue, par exemple "1".',
  'detail.if-match-shape': 'If-Match contient une seule version entre guillemets, par exemple "1".',
  'detail.cursor': 'Le curseur n’est pas valide, ou ne l’est plus : recommencez à la première page.',
  'detail.wait':
    'Attendez {seconds, plural, one {# seconde} many {# secondes} other {# secondes}} avant de réessayer.',
} satisfies Translation<typeof en>

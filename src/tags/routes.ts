export { tagRoutes as routes } from './tag/tags.route.tsx'

export const FilmProgress = () => null

// People, their roles and buildings, and who owns a matter. Pure.

export interface People {
  rest?: undefined
}

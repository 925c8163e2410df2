export const point = {
  title: 'Điểm Cầu',
};

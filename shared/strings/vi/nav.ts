/** The console's navigation. */
export const nav = {
  label: 'Điều hướng chính',
  skip: 'Tới nội dung',
  sections: 'Các mục của {{area}}',
  areas: { meetings: 'Cuộc họp', points: 'Điểm cầu', reports: 'Báo cáo', admin: 'Quản trị' },
  points: { list: 'Danh sách điểm cầu' },
  pointTabs: { label: 'Xem điểm cầu', roster: 'Lãnh đạo dự họp' },
};

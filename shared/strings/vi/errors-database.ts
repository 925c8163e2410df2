/** What can be wrong with the hub's database. */
export const databaseErrors = {
  'hub-storage-failed': {
    says: 'Máy chủ của tỉnh không ghi được dữ liệu (đĩa đầy hoặc hỏng). Bản ghi vẫn lưu trên máy này.',
    do: 'Báo tỉnh; phần mềm sẽ tự gửi lại khi máy chủ ghi được.',
  },
  'hub-database-corrupt': {
    says: 'Cơ sở dữ liệu của tỉnh bị hỏng: {{detail}}.',
    do: 'Cất tệp hub.sqlite (và -wal, -shm) sang nơi khác, khôi phục bản sao lưu mới nhất; các điểm cầu sẽ tự gửi lại phần thiếu.',
  },
  'hub-database-empty': {
    says: 'Cơ sở dữ liệu này chưa có tỉnh nào.',
    do: 'Kiểm tra lại thư mục dữ liệu. Nếu trước đây đã có, khôi phục bản sao lưu mới nhất; các điểm cầu sẽ tự gửi lại phần thiếu.',
  },
  'hub-database-lost': {
    says: 'Cơ sở dữ liệu trống, nhưng thư mục này là của một tỉnh đã lập trước đây (có {{sign}}).',
    do: 'Khôi phục bản sao lưu mới nhất: province restore TỆP --data THƯ_MỤC; các điểm cầu sẽ tự gửi lại phần thiếu. Nếu đúng là lập tỉnh mới, dùng thư mục khác.',
  },
};

package duban.notification.gap;

/** What the API's description shows. */
final class Examples {

  static final String GAP =
      """
      {"id": "NO_CONTACT:QZF-BM-03", "kind": "NO_CONTACT",
       "sentence": "区科技和信息化局尚无联系人,2项督办事项的提示无法送达,请指定",
       "english": "区科技和信息化局 (QZF-BM-03) has no contact; what it is to be told of 2 deadlines waits; name one",
       "unit": {"id": "QZF-BM-03", "code": "QZF-BM-03", "name": "区科技和信息化局"},
       "waiting": 2, "nextDueOn": "2027-10-29",
       "settle": {"method": "POST", "path": "/api/notification/contacts",
         "body": {"id": "QZF-BM-03", "name": "区科技和信息化局",
           "email": "qzf-bm-03@office.example", "units": ["QZF-BM-03"]},
         "fill": ["name", "email"]}}""";

  private Examples() {}
}

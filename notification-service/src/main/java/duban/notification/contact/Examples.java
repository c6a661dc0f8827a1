package duban.notification.contact;

/** What the API's description shows. */
final class Examples {

  static final String VIEW =
      """
      {"id": "li-mou-mou", "version": 1, "name": "李某某", "email": "li@chaoyang.example",
       "units": ["QZF-BM-03"], "active": true}""";
  static final String CREATE =
      """
      {"id": "li-mou-mou", "name": "李某某", "email": "li@chaoyang.example", "units": ["QZF-BM-03"]}""";
  static final String CHANGE =
      """
      {"name": "区科技和信息化局办公室", "email": "bangongshi@chaoyang.example",
       "units": ["QZF-BM-03"], "active": true}""";

  private Examples() {}
}

// Coefficients of the polynomials behind every draw, in one place so that one draw and eight at a time agree to the bit.
namespace BudgetSim.Simulation.Random;

/// <summary>Polynomials that reproduce logarithm, exponential and normal quantile to about 1e-10, fitted for this project.</summary>
internal static class CurveCoefficients
{
    // Normal quantile over 2u-1, in s = ln(4u(1-u)) + 3.125 from -3.125 up (error 1e-11); Chebyshev interpolation.
    internal const double NormalCentral0 = 2.338620710017542;
    internal const double NormalCentral1 = -0.33963495870005417;
    internal const double NormalCentral2 = -0.008532899058322042;
    internal const double NormalCentral3 = 0.0010475115552849678;
    internal const double NormalCentral4 = 0.0002640817903863098;
    internal const double NormalCentral5 = 1.9632883210793314E-05;
    internal const double NormalCentral6 = -1.9308473142550472E-06;
    internal const double NormalCentral7 = -5.989140354424749E-07;
    internal const double NormalCentral8 = -4.120302608129697E-08;
    internal const double NormalCentral9 = 5.825834769230337E-09;
    internal const double NormalCentral10 = 1.5079651926193977E-09;
    internal const double NormalCentral11 = 7.454776006633889E-11;
    internal const double NormalCentral12 = -2.12364025094647E-11;
    internal const double NormalCentral13 = -3.4964325274379114E-12;
    internal const double NormalCentral14 = 1.0892135936446062E-13;
    internal const double NormalCentral15 = 4.576934681149338E-14;

    // The same beyond, in s = sqrt(-ln(4u(1-u))) - 4.28 (error 6e-12); Chebyshev interpolation.
    internal const double NormalTail0 = 5.830128499542025;
    internal const double NormalTail1 = 1.4283831669336573;
    internal const double NormalTail2 = 0.0009322045247398982;
    internal const double NormalTail3 = -0.0008244869051672531;
    internal const double NormalTail4 = 0.0002868039019601868;
    internal const double NormalTail5 = -8.577568383839097E-05;
    internal const double NormalTail6 = 2.8254810786836637E-05;
    internal const double NormalTail7 = -1.2569257847529423E-05;
    internal const double NormalTail8 = 7.063216922848706E-06;
    internal const double NormalTail9 = -3.9815836966436056E-06;
    internal const double NormalTail10 = 1.8846406334606301E-06;
    internal const double NormalTail11 = -6.409205135211895E-07;
    internal const double NormalTail12 = 1.327450566835908E-07;
    internal const double NormalTail13 = -4.1698504395266806E-09;
    internal const double NormalTail14 = -2.7929622063006388E-08;
    internal const double NormalTail15 = 2.6452591140893426E-08;
    internal const double NormalTail16 = -7.151035319875224E-09;
    internal const double NormalTail17 = -2.167731651574136E-09;
    internal const double NormalTail18 = 1.216405564231621E-09;
    internal const double NormalTail19 = 1.2210745121242907E-11;
    internal const double NormalTail20 = -4.875596265393924E-11;

    // ln(1+s)/s for 1+s between sqrt(1/2) and sqrt(2) (error 3e-11); Chebyshev interpolation.
    internal const double Log0 = 0.9999999999874651;
    internal const double Log1 = -0.5000000003595171;
    internal const double Log2 = 0.3333333424920659;
    internal const double Log3 = -0.24999992728449305;
    internal const double Log4 = 0.19999888139973632;
    internal const double Log5 = -0.16667024572009081;
    internal const double Log6 = 0.1429081173942899;
    internal const double Log7 = -0.12495435324992145;
    internal const double Log8 = 0.11006038270379548;
    internal const double Log9 = -0.09945996186719662;
    internal const double Log10 = 0.1004720511888933;
    internal const double Log11 = -0.09804420067786203;
    internal const double Log12 = 0.05235888516923783;

    // e^s for |s| up to ln(2)/2 (error 5e-11); Chebyshev interpolation.
    internal const double Exp0 = 0.9999999999595618;
    internal const double Exp1 = 0.999999999995509;
    internal const double Exp2 = 0.5000000107729166;
    internal const double Exp3 = 0.16666666786308587;
    internal const double Exp4 = 0.041666218319291945;
    internal const double Exp5 = 0.008333283538708528;
    internal const double Exp6 = 0.0013948578326459795;
    internal const double Exp7 = 0.00019907569310848288;
}
